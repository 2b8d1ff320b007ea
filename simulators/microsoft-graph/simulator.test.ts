import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from './simulator.ts'
import { allOf, codeOf, type GraphCaller, graphCaller, items, nextLink } from './testing/graph-caller.ts'

let simulator: Simulator
let graph: GraphCaller
let act: GraphCaller

beforeAll(async () => {
  simulator = await startSimulator({ seed: 3, devices: 300 })
})
afterAll(() => simulator.close())
afterEach(() => simulator.control.reset())
const callers = async () => {
  graph = await graphCaller(simulator)
  act = await graphCaller(simulator, 'act')
}
beforeEach(callers)

const devices = '/v1.0/deviceManagement/managedDevices'
const delta = '/v1.0/users/support@contoso.example/mailFolders/inbox/messages/delta'

async function oneDevice(platform: string, offline = false): Promise<string> {
  const [person] = items(await graph.get('/v1.0/users?$top=1'))
  const made = await simulator.control.addDevice({
    person: String(person?.['userPrincipalName']),
    platform: platform as 'windows',
    offline,
  })
  return made.id
}

async function actionsOf(device: string): Promise<unknown> {
  return (await graph.get(`${devices}/${device}`)).json['deviceActionResults']
}

describe('the tenant', () => {
  test('is the same for the same seed, and another for another', async () => {
    const clock = { now: () => '2026-11-23T09:00:00.000Z' }
    const read = async (seed: number) => {
      const one = await startSimulator({ seed, devices: 80, clock })
      const caller = await graphCaller(one)
      const found = await allOf(caller, `${devices}?$top=50`)
      await one.close()
      return found
    }
    const first = await read(5)
    expect(await read(5)).toEqual(first)
    expect(await read(6)).not.toEqual(first)
  })

  test('has 1,200 people, each in a wave, and failures that belong to a wave under way', async () => {
    const groups = items(await graph.get('/v1.0/groups?$select=id,displayName'))
    const waves = groups.filter(({ displayName }) => /Intune-(?:Pilot|Wave)/.test(String(displayName)))
    const members = await Promise.all(
      waves.map(async ({ id }) => (await allOf(graph, `/v1.0/groups/${String(id)}/members?$top=999`)).length),
    )
    expect(members.reduce((sum, one) => sum + one, 0)).toBe(1200)
    const failures = await allOf(graph, '/v1.0/deviceManagement/troubleshootingEvents')
    const last = await allOf(graph, `/v1.0/groups/${String(waves.at(-1)?.['id'])}/members?$top=999`)
    const waiting = new Set(last.map(({ id }) => id))
    expect(failures.length).toBeGreaterThan(40)
    expect(failures.filter(({ userId }) => waiting.has(userId))).toEqual([])
  })

  test('can be people that are given', async () => {
    const people = [
      { name: 'Zoë de Wit', address: 'zoe.de.wit@contoso.example', language: 'nl', groups: ['wave-2'] },
    ] as const
    const own = await startSimulator({ people, devices: 3 })
    const caller = await graphCaller(own)
    const { id } = (await caller.get('/v1.0/users/zoe.de.wit@contoso.example')).json
    const groups = await caller.get(
      `/v1.0/users/${String(id)}/transitiveMemberOf/microsoft.graph.group?$count=true`,
      {
        consistencylevel: 'eventual',
      },
    )
    expect(items(groups).map(({ displayName }) => displayName)).toContain('wave-2')
    await own.close()
  })

  test('shows a failure fifteen minutes after it happened', async () => {
    const [person] = items(await graph.get('/v1.0/users?$top=1'))
    const address = String(person?.['userPrincipalName'])
    await simulator.control.addFailure({ person: address, kind: 'device-cap', late: true })
    const seen = async () => items(await graph.get(`/v1.0/users/${address}/deviceManagementTroubleshootingEvents`))
    const before = (await seen()).length
    await simulator.control.advance(16 * 60)
    expect((await seen()).length).toBe(before + 1)
    expect((await seen())[0]).toMatchObject({ failureCategory: 'authorization' })
  })
})

describe('Graph', () => {
  test('gives default fields without a selection, and refuses a field that it does not have', async () => {
    const [user] = items(await graph.get('/v1.0/users?$top=1'))
    expect(Object.keys(user ?? {})).toHaveLength(11)
    expect((await graph.get('/v1.0/users?$select=shoeSize')).status).toBe(400)
  })

  test('counts people only where that was asked for and agreed to', async () => {
    const counted = async (headers: Record<string, string>) =>
      (await graph.get('/v1.0/users?$count=true&$top=1', headers)).json['@odata.count']
    expect(await counted({})).toBeUndefined()
    expect(await counted({ consistencylevel: 'eventual' })).toBe(1202)
    const { id } = items(await graph.get('/v1.0/users?$top=1'))[0] ?? {}
    const cast = await graph.get(`/v1.0/users/${String(id)}/transitiveMemberOf/microsoft.graph.group`)
    expect([cast.status, codeOf(cast)]).toEqual([400, 'Request_UnsupportedQuery'])
  })

  test('refuses a link that somebody made up', async () => {
    const link = nextLink(await graph.get(`${devices}?$top=10`)) ?? ''
    expect((await graph.get(link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).status).toBe(400)
    expect((await graph.get('/v1.0/users?$skiptoken=abc')).status).toBe(400)
  })

  test('keeps what only beta has from v1.0', async () => {
    expect((await graph.get('/v1.0/deviceManagement/depOnboardingSettings')).status).toBe(400)
    expect(items(await graph.get('/beta/deviceManagement/depOnboardingSettings'))).toHaveLength(1)
  })

  test('takes twenty calls at once and no more', async () => {
    const requests = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: String(index), method: 'GET', url: '/users?$top=1' }))
    const { json } = await graph.post('/v1.0/$batch', { requests: requests(20) })
    expect(json['responses']).toHaveLength(20)
    expect((await graph.post('/v1.0/$batch', { requests: requests(21) })).status).toBe(400)
  })

  test('throttles by the limits of each service, and counts', async () => {
    await simulator.control.limits({ 'service-health': [{ seconds: 60, most: 3 }] })
    const statuses: number[] = []
    for (let turn = 0; turn < 5; turn += 1)
      statuses.push((await graph.get('/v1.0/admin/serviceAnnouncement/healthOverviews')).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    expect((await graph.get('/v1.0/users?$top=1')).status).toBe(200)
    const { perLimit } = await simulator.control.counters()
    expect(perLimit['service-health']).toMatchObject({ calls: 5, refused: 2 })
  })
})

describe('what is asked of a device', () => {
  test('is pending first and done later', async () => {
    const device = await oneDevice('windows')
    expect((await act.post(`${devices}/${device}/rebootNow`)).status).toBe(204)
    expect(await actionsOf(device)).toMatchObject([{ actionName: 'rebootNow', actionState: 'pending' }])
    await simulator.control.advance(90)
    expect(await actionsOf(device)).toMatchObject([{ actionName: 'rebootNow', actionState: 'done' }])
  })

  test('stays pending while the device does not answer', async () => {
    const device = await oneDevice('ios', true)
    await act.post(`${devices}/${device}/syncDevice`)
    await simulator.control.advance(3000)
    expect(await actionsOf(device)).toMatchObject([{ actionState: 'pending' }])
    await simulator.control.changeDevice({ device, offline: false })
    await simulator.control.advance(60)
    await act.post(`${devices}/${device}/locateDevice`)
    await simulator.control.advance(200)
    expect(await actionsOf(device)).toMatchObject([
      { actionName: 'syncDevice' },
      { actionState: 'done', deviceLocation: { altitude: 0 } },
    ])
  })

  test('may take the device away', async () => {
    const device = await oneDevice('android')
    await act.post(`${devices}/${device}/wipe`, { keepEnrollmentData: false, keepUserData: false })
    expect((await graph.get(`${devices}/${device}`)).json['managementState']).toBe('wipePending')
    await simulator.control.advance(301)
    expect((await graph.get(`${devices}/${device}`)).json['managementState']).toBe('wipeIssued')
    await simulator.control.advance(121)
    expect((await graph.get(`${devices}/${device}`)).status).toBe(404)
  })

  test('needs its own permission, and its body', async () => {
    const device = await oneDevice('windows')
    expect((await graph.post(`${devices}/${device}/syncDevice`)).status).toBe(403)
    expect((await act.post(`${devices}/${device}/windowsDefenderScan`)).status).toBe(400)
    expect((await act.post(`/beta${devices.slice(5)}/${device}/createDeviceLogCollectionRequest`)).status).toBe(
      400,
    )
  })

  test('gives logs by a link that lives shortly', async () => {
    const device = await oneDevice('windows')
    const asked = await act.post(`/beta${devices.slice(5)}/${device}/createDeviceLogCollectionRequest`, {
      templateType: { templateType: 'predefined' },
    })
    const { id } = asked.json['value'] as { id: string }
    await simulator.control.advance(150)
    expect(items(await graph.get(`${devices}/${device}/logCollectionRequests`))).toMatchObject([
      { id, status: 'completed' },
    ])
    const link = String(
      (await act.post(`${devices}/${device}/logCollectionRequests/${id}/createDownloadUrl`)).json['value'],
    )
    const zip = new Uint8Array(await (await fetch(link)).arrayBuffer())
    expect(Object.keys(unzipSync(zip))).toEqual(['DeviceLogs.txt'])
    await simulator.control.advance(16 * 60)
    expect([(await fetch(link)).status, await (await fetch(link)).text()]).toEqual([
      403,
      expect.stringContaining('AuthenticationFailed'),
    ])
  })
})

describe('mail', () => {
  test('comes once by delta, with its attachment, raw, and is answered in its thread', async () => {
    const first = await graph.get(delta)
    const link = String(first.json['@odata.deltaLink'])
    await simulator.control.addMail('support@contoso.example', {
      from: { name: 'Zoë', address: 'zoe@elsewhere.example' },
      to: [{ address: 'support@contoso.example' }],
      subject: 'Mijn iPhone doet het niet',
      text: 'Zie de foto.',
      attachments: [{ name: 'foto.png', contentType: 'image/png', contentBytes: 'iVBORw0KGgo=' }],
    })
    const second = await graph.get(link)
    expect(items(second)).toMatchObject([{ subject: 'Mijn iPhone doet het niet', hasAttachments: true }])
    expect(items(await graph.get(String(second.json['@odata.deltaLink'])))).toEqual([])
    const message = `/v1.0/users/support@contoso.example/messages/${String(items(second)[0]?.['id'])}`
    expect((await graph.get(`${message}/$value`)).text).toContain('filename="foto.png"')
    expect(items(await graph.get(`${message}/attachments`))).toMatchObject([
      { name: 'foto.png', contentBytes: 'iVBORw0KGgo=' },
    ])
    expect((await graph.post(`${message}/reply`, { comment: 'We kijken ernaar.' })).status).toBe(202)
    const sent = (await simulator.control.mail('support@contoso.example')).find(
      ({ folder }) => folder === 'Sent Items',
    )
    expect([sent?.subject, sent?.mime]).toEqual([
      'Re: Mijn iPhone doet het niet',
      expect.stringContaining('In-Reply-To: <'),
    ])
  })

  test('moved is removed from where it was', async () => {
    const first = await graph.get(delta)
    const [message] = items(first)
    await graph.post(`/v1.0/users/support@contoso.example/messages/${String(message?.['id'])}/move`, {
      destinationId: 'archive',
    })
    const next = await graph.get(String(first.json['@odata.deltaLink']))
    expect(items(next)).toMatchObject([{ id: message?.['id'], '@removed': { reason: 'deleted' } }])
  })

  test('is sent as it was composed, header and all', async () => {
    const mime =
      'From: Support <support@contoso.example>\r\nTo: zoe@elsewhere.example\r\nSubject: =?utf-8?B?SMOp?=\r\nMessage-ID: <k1@desk.example>\r\n\r\nHoi'
    const answer = await graph.post(
      '/v1.0/users/support@contoso.example/sendMail',
      Buffer.from(mime).toString('base64'),
      {
        'content-type': 'text/plain',
      },
    )
    expect([answer.status, answer.text]).toEqual([202, ''])
    const sent = (await simulator.control.mail('support@contoso.example')).find(
      ({ folder }) => folder === 'Sent Items',
    )
    expect(sent).toMatchObject({ subject: 'Hé', internetMessageId: '<k1@desk.example>', mime })
  })
})

describe('whoever wants to be told', () => {
  test('proves that it listens, and is told of a new mail', async () => {
    const told: unknown[] = []
    const listener = createServer((httpRequest, response) => {
      const token = new URL(httpRequest.url ?? '/', 'http://listener').searchParams.get('validationToken')
      const parts: Buffer[] = []
      httpRequest.on('data', (part: Buffer) => parts.push(part))
      httpRequest.on('end', () => {
        if (token === null) told.push(JSON.parse(Buffer.concat(parts).toString()))
        response.writeHead(token === null ? 202 : 200, { 'content-type': 'text/plain' }).end(token ?? '')
      })
    })
    await new Promise<void>((done) => listener.listen(0, '127.0.0.1', () => done()))
    const notificationUrl = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/hooks/graph`
    const { user } = await simulator.control.person('support@contoso.example')
    const wish = {
      changeType: 'created',
      notificationUrl,
      resource: `users/${user.id}/mailFolders('inbox')/messages`,
      expirationDateTime: new Date(Date.now() + 3 * 86_400_000 + 7 * 3_600_000).toISOString(),
      clientState: 'only-we-know',
    }
    const long = await graph.post('/v1.0/subscriptions', wish)
    expect([long.status, codeOf(long)]).toEqual([400, 'ExtensionError'])
    const expirationDateTime = new Date(Date.now() + 2 * 86_400_000).toISOString()
    expect((await graph.post('/v1.0/subscriptions', { ...wish, expirationDateTime })).status).toBe(201)
    await simulator.control.addMail('support@contoso.example', {
      from: { address: 'zoe@elsewhere.example' },
      to: [{ address: 'support@contoso.example' }],
      subject: 'Hallo',
      text: 'Hallo',
    })
    await expect
      .poll(() => told)
      .toMatchObject([{ value: [{ clientState: 'only-we-know', changeType: 'created' }] }])
    const deaf = await graph.post('/v1.0/subscriptions', {
      ...wish,
      expirationDateTime,
      notificationUrl: simulator.url,
    })
    expect([deaf.status, codeOf(deaf)]).toEqual([400, 'ValidationError'])
    listener.close()
  })

  test('gets cards in a channel, with the key of its address', async () => {
    const card = {
      type: 'message',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } }],
    }
    const send = (url: string, body: object) => fetch(url, { method: 'POST', body: JSON.stringify(body) })
    expect((await send(simulator.webhook, card)).status).toBe(202)
    expect(await simulator.control.cards()).toMatchObject([{ body: card }])
    expect((await send(simulator.webhook.replace(/sig=.*/, 'sig=guess'), card)).status).toBe(401)
    expect((await send(simulator.webhook, { ...card, filler: 'x'.repeat(30_000) })).status).toBe(413)
  })
})
