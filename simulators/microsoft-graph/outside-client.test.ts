import {
  BatchRequestContent,
  BatchResponseContent,
  type Client,
  GraphError,
} from '@microsoft/microsoft-graph-client'
import type { DetectedApp, Group, ManagedDevice, OnlineMeeting, User } from '@microsoft/microsoft-graph-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from './simulator.ts'
import { askToken, graphCaller, type GraphCaller, graphScope, items } from './testing/graph-caller.ts'
import { microsoftsClient, publicUrl } from './testing/microsofts-client.ts'

let simulator: Simulator
let client: Client
let graph: GraphCaller
let person: User

beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, devices: 300, publicUrl })
  graph = await graphCaller(simulator)
  client = microsoftsClient(simulator.url, graph.token)
  person = ((await client.api('/users').top(1).get()) as { value: User[] }).value[0] ?? {}
})
afterAll(() => simulator.close())

async function refused(call: Promise<unknown>): Promise<readonly [number, string | null]> {
  try {
    await call
  } catch (error) {
    if (error instanceof GraphError) return [error.statusCode, error.code]
    throw error
  }
  throw new Error('This call was not refused')
}
const names = ({ value }: { readonly value: readonly { displayName?: string | null }[] }) =>
  value.map(({ displayName }) => displayName ?? '')

describe('lists of the directory', () => {
  test('come in the order that is asked for, over all pages', async () => {
    const first = (await client
      .api('/users')
      .orderby('displayName desc')
      .select('displayName')
      .top(999)
      .get()) as {
      value: User[]
      '@odata.nextLink': string
    }
    const rest = (await client.api(first['@odata.nextLink']).get()) as { value: User[] }
    const all = [...names(first), ...names(rest)]
    const compare = new Intl.Collator('en', { sensitivity: 'base' })
    expect(all).toEqual(all.toSorted((a, b) => compare.compare(b, a)))
    expect(all.length).toBe(1202)
    expect(await refused(client.api('/users').orderby('shoeSize').get())).toEqual([400, 'BadRequest'])
  })

  test('are searched by how words begin, with the header that Microsoft wants', async () => {
    const ask = () => client.api('/users').search('"displayName:ada" OR "displayName:zoë"').top(999)
    const found = names((await ask().header('ConsistencyLevel', 'eventual').get()) as { value: User[] })
    expect(found.length).toBeGreaterThan(2)
    expect(found.filter((name) => !/\b(?:ada|zoë)/i.test(name))).toEqual([])
    expect(await refused(ask().get())).toEqual([400, 'Request_UnsupportedQuery'])
    const waves = client.api('/groups').search('"displayName:wave"').header('ConsistencyLevel', 'Eventual')
    expect(names((await waves.get()) as { value: Group[] }).every((name) => /wave/i.test(name))).toBe(true)
  })

  test('take `in`, lambdas and paths in a filter, and refuse what only advanced queries may', async () => {
    const found = (await client
      .api('/users')
      .filter(`id in ('${person.id ?? ''}', 'nobody')`)
      .get()) as {
      value: User[]
    }
    expect(found.value.map(({ id }) => id)).toEqual([person.id])
    const unified = client.api('/groups').filter("groupTypes/any(c:c eq 'DynamicMembership')")
    const all = client.api('/groups').select('groupTypes')
    const dynamic = ((await all.get()) as { value: Group[] }).value.filter(({ groupTypes }) =>
      groupTypes?.includes('DynamicMembership'),
    )
    expect(((await unified.get()) as { value: Group[] }).value).toHaveLength(dynamic.length)
    const ends = () => client.api('/users').filter("endswith(mail,'contoso.example')").top(1)
    expect(await refused(ends().get())).toEqual([400, 'Request_UnsupportedQuery'])
    const asked = ends().count(true).header('ConsistencyLevel', 'eventual')
    expect(((await asked.get()) as { value: User[] }).value).toHaveLength(1)
  })

  test('are counted as a number of their own', async () => {
    const counted = await graph.get('/v1.0/users/$count', { consistencylevel: 'eventual' })
    expect([counted.status, counted.text, counted.headers.get('content-type')]).toEqual([
      200,
      '1202',
      'text/plain',
    ])
    expect((await graph.get('/v1.0/users/$count')).status).toBe(400)
  })

  test.each(['$top=1000', '$top=0', '$top=-1', '$top=many'])('refuse %s', async (query) => {
    expect((await graph.get(`/v1.0/users?${query}`)).status).toBe(400)
  })

  test('name fields in any case, and say in their context what was selected, in the version that was asked', async () => {
    const { json } = await graph.get('/beta/users?$select=DisplayName,MAIL&$top=1')
    expect(json['@odata.context']).toBe(`${publicUrl}/beta/$metadata#users(DisplayName,MAIL)`)
    expect(json['@odata.nextLink']).toContain(`${publicUrl}/beta/users?$skiptoken=`)
    expect(Object.keys((json['value'] as object[])[0] ?? {}).toSorted()).toEqual(['displayName', 'id', 'mail'])
  })
})

describe('an address', () => {
  test('is the same in any case, with a slash too many, in brackets, and for functions', async () => {
    const id = person.id ?? ''
    const group = items(await graph.get('/v1.0/groups?$top=1'))[0]?.['id'] as string
    const autopilot = '/v1.0/deviceManagement/windowsAutopilotDeviceIdentities'
    const identity = items(await graph.get(`${autopilot}?$top=1`))[0]?.['id'] as string
    for (const path of [
      `/v1.0/users/${id.toUpperCase()}`,
      `/v1.0//Users/${id}/`,
      `/v1.0/users('${id}')`,
      `/v1.0/users/${encodeURIComponent(person.userPrincipalName ?? '')}`,
      `/v1.0/groups/${group.toUpperCase()}`,
      `/v1.0/groups/${group.toUpperCase()}/members`,
      `${autopilot}/${identity.toUpperCase()}`,
      '/v1.0/users/delta()',
      '/v1.0/groups/microsoft.graph.delta()',
      `/v1.0/users/${id}/memberOf`,
      `/v1.0/organization/${simulator.connection.tenantId}`,
    ])
      expect([path, (await graph.get(path)).status]).toEqual([path, 200])
  })

  test('that cannot be read is refused, and ends no connection', async () => {
    expect((await graph.get('/v1.0/users/%zz')).status).toBe(400)
    expect((await fetch(`${simulator.url}//v1.0`)).status).toBeLessThan(500)
    expect((await graph.get('/v1.0/me')).text).toContain('delegated authentication flow')
  })

  test.each(['HEAD', 'PUT', 'DELETE', 'PATCH', 'POST'])('answers %s with what it allows', async (method) => {
    const answer = await fetch(`${simulator.url}/v1.0/users`, {
      method,
      headers: { authorization: `Bearer ${graph.token}` },
    })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET'])
  })

  test('may be called by a page elsewhere', async () => {
    const answer = await fetch(`${simulator.url}/v1.0/users`, {
      method: 'OPTIONS',
      headers: { origin: 'https://desk.example', 'access-control-request-method': 'GET' },
    })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  })
})

describe('a token', () => {
  const users = (authorization: string | null) =>
    fetch(`${simulator.url}/v1.0/users?$top=1`, { headers: authorization === null ? {} : { authorization } })
  const { clientId, secret } = {
    clientId: '7c0e9d34-2a7b-4f58-8f6c-1b9a3e5d4c20',
    secret: 'simulated-secret-to-read',
  }

  test('for another service, none, or a spent one is not accepted, and why stands in the answer', async () => {
    const { json } = await askToken(simulator, {
      grant_type: 'client_credentials',
      scope: 'https://outlook.office365.com/.default',
      client_id: clientId,
      client_secret: secret,
    })
    const wrong = await users(`Bearer ${String(json['access_token'])}`)
    expect([wrong.status, await wrong.text()]).toEqual([401, expect.stringContaining('Invalid audience')])
    const none = await users(null)
    expect([none.status, await none.text()]).toEqual([401, expect.stringContaining('Access token is empty.')])
    expect(none.headers.get('www-authenticate')).toMatch(/^Bearer realm=/)
    const other = await graphCaller(simulator)
    await simulator.control.expireTokens()
    const spent = await users(`Bearer ${other.token}`)
    expect([spent.status, await spent.text()]).toEqual([401, expect.stringContaining('has expired')])
    graph = await graphCaller(simulator)
    client = microsoftsClient(simulator.url, graph.token)
  })

  test('is given for id and secret in a header too', async () => {
    const answer = await fetch(`${simulator.url}/${simulator.connection.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: graphScope }),
    })
    expect(answer.status).toBe(200)
  })
})

test("an error names its call by the client's own id, in headers and body", async () => {
  const given = '11111111-1111-4111-8111-111111111111'
  const answer = await graph.get('/v1.0/deviceManagement/managedDevices/none', { 'client-request-id': given })
  const { innerError, message } = answer.json['error'] as { innerError: Record<string, string>; message: string }
  expect(innerError['client-request-id']).toBe(given)
  expect(innerError['request-id']).toBe(answer.headers.get('request-id'))
  expect(message).toContain(`Activity ID: ${given}`)
})

describe('a batch', () => {
  test("of Microsoft's client comes back whole, also where one call depends on another that failed", async () => {
    // Of an address it takes what follows the host.
    const request = (path: string) => new Request(`${publicUrl}${path}`)
    const content = new BatchRequestContent([
      { id: '1', request: request('/users?$top=1') },
      { id: '2', request: request('/users/nobody@contoso.example'), dependsOn: ['1'] },
      { id: '3', request: request('/users?$top=1'), dependsOn: ['2'] },
    ])
    const answer = (await client.api('/$batch').post(await content.getContent())) as { responses: [] }
    const responses = new BatchResponseContent(answer).getResponses()
    expect(['1', '2', '3'].map((id) => responses.get(id)?.status)).toEqual([200, 404, 424])
  })

  test('outlives a part that cannot be read, and refuses a body of which nothing says what it is', async () => {
    const { json } = await graph.post('/v1.0/$batch', {
      requests: [
        { id: '1', method: 'GET', url: '/users/%zz' },
        { id: '2', method: 'GET', url: 'users?$top=1' },
      ],
    })
    const statuses = (json['responses'] as { id: string; status: number }[]).toSorted((a, b) =>
      a.id.localeCompare(b.id),
    )
    expect(statuses.map(({ status }) => status)).toEqual([400, 200])
    const untold = { id: '1', method: 'POST', url: '/users/x/sendMail', body: {} }
    expect((await graph.post('/v1.0/$batch', { requests: [untold] })).status).toBe(400)
  })
})

describe('mail', () => {
  const box = '/users/support@contoso.example/sendMail'
  test('reaches who is not named, and takes names of properties with capitals', async () => {
    await client.api(box).post({
      Message: {
        Subject: 'Ook aan jou',
        Body: { ContentType: 'Text', Content: 'Hoi' },
        BccRecipients: [{ EmailAddress: { Address: person.mail } }],
      },
      SaveToSentItems: false,
    })
    const inbox = await simulator.control.mail(person.mail ?? '')
    expect(inbox.map(({ subject }) => subject)).toContain('Ook aan jou')
    expect(inbox.find(({ subject }) => subject === 'Ook aan jou')?.mime).not.toMatch(/^bcc:/im)
  })

  test('that is no JSON is refused as such', async () => {
    const answer = await graph.post(`/v1.0${box}`, '{oops')
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('Unable to read JSON')])
  })
})

describe('a meeting', () => {
  const post = (path: string, body: object) =>
    client.api(`/users/${person.id ?? ''}/onlineMeetings${path}`).post(body) as Promise<OnlineMeeting>

  test('is made once for an external id, and found as it was made', async () => {
    const asked = {
      startDateTime: '2026-12-03T09:00:00Z',
      endDateTime: '2026-12-03T09:30:00Z',
      subject: 'Bridge',
      externalId: 'bridge-1',
    }
    const made = await post('/createOrGet', asked)
    expect(
      await post('/createOrGet', { ...asked, subject: 'Later', endDateTime: '2026-12-03T10:30:00Z' }),
    ).toEqual(made)
    expect((await post('/createOrGet', { ...asked, externalId: 'bridge-2' })).id).not.toBe(made.id)
    expect(await refused(post('/createOrGet', { ...asked, externalId: '' }))).toEqual([400, 'BadRequest'])
    expect(await refused(post('', asked))).toEqual([400, 'BadRequest'])
  })

  test('belongs to its organiser', async () => {
    const { id = '' } = await post('', { subject: 'Mine' })
    const others = ((await client.api('/users').top(2).get()) as { value: User[] }).value
    const at = (user: User | undefined) =>
      client.api(`/users/${user?.id ?? ''}/onlineMeetings/${encodeURIComponent(id)}`)
    expect(((await at(person).get()) as OnlineMeeting).subject).toBe('Mine')
    expect((await refused(at(others[1]).get()))[0]).toBe(404)
    expect((await refused(at(others[1]).delete()))[0]).toBe(404)
  })
})

test('apps that were found on devices are counted, and lead to the devices', async () => {
  const { value } = (await client.api('/deviceManagement/detectedApps').top(50).get()) as { value: DetectedApp[] }
  const app = value.find(({ displayName }) => displayName === 'Company Portal')
  const on = (await client
    .api(`/deviceManagement/detectedApps/${app?.id ?? ''}/managedDevices`)
    .top(1000)
    .get()) as {
    value: ManagedDevice[]
  }
  expect(on.value).toHaveLength(app?.deviceCount ?? -1)
  const own = await client
    .api(`/deviceManagement/managedDevices/${on.value[0]?.id ?? ''}/detectedApps`)
    .version('beta')
    .get()
  expect((own as { value: DetectedApp[] }).value.map(({ id }) => id)).toContain(app?.id)
})
