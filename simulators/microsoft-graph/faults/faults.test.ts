import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../simulator.ts'
import { allOf, codeOf, type GraphCaller, graphCaller, items, nextLink } from '../testing/graph-caller.ts'
import { faultNames, mixture } from './faults.ts'

let simulator: Simulator
let graph: GraphCaller

beforeAll(async () => {
  simulator = await startSimulator({ seed: 3, devices: 300 })
  graph = await graphCaller(simulator)
})
afterAll(() => simulator.close())
afterEach(async () => {
  await simulator.control.noFaults()
  graph = await graphCaller(simulator)
})

const devices = '/v1.0/deviceManagement/managedDevices'
const failures = '/v1.0/deviceManagement/troubleshootingEvents'

async function somebody(): Promise<{ id: string; address: string; device: string }> {
  const device = items(await graph.get(`${devices}?$top=1`))[0] ?? {}
  return {
    id: String(device['userId']),
    address: String(device['userPrincipalName']),
    device: String(device['id']),
  }
}

describe('the twelve faults, switched on while it runs', () => {
  test('1: too many calls, with a whole, a decimal and no Retry-After; also inside a batch', async () => {
    for (const [mode, header] of [
      ['whole', '1'],
      ['decimal', '0.428'],
      ['missing', null],
    ] as const) {
      await simulator.control.fault('throttled', { share: 1, mode })
      const answer = await graph.get('/v1.0/users')
      expect([answer.status, answer.headers.get('retry-after'), codeOf(answer)]).toEqual([
        429,
        header,
        'TooManyRequests',
      ])
    }
    await simulator.control.fault('throttled', { share: 1, mode: 'whole' })
    const batch = await graph.post('/v1.0/$batch', { requests: [{ id: '1', method: 'GET', url: '/users' }] })
    expect(batch.status).toBe(200)
    expect(batch.json['responses']).toMatchObject([{ id: '1', status: 429, headers: { 'Retry-After': '1' } }])
  })

  test('2: a token runs out halfway through a list, and a new one goes on from the same link', async () => {
    await simulator.control.fault('token-expires')
    const first = await graph.get(`${devices}?$top=100`)
    const link = nextLink(first) ?? ''
    expect((await graph.get(link)).status).toBe(401)
    expect((await graph.get(`${devices}?$top=1`)).status).toBe(401)
    graph = await graphCaller(simulator)
    const second = await graph.get(link)
    expect(items(second)).toHaveLength(100)
    expect(items(second)[0]?.['id']).not.toBe(items(first)[0]?.['id'])
  })

  test('3: a filter is ignored, or fails; some filters are always ignored', async () => {
    const { id } = await somebody()
    const count = async (filter: string) =>
      items(await graph.get(`${devices}?$filter=${encodeURIComponent(filter)}`)).length
    expect(await count(`userId eq '${id}'`)).toBe(300)
    expect(await count("operatingSystem eq 'iOS' or deviceName eq 'x'")).toBe(300)
    const phones = await count("operatingSystem eq 'iOS'")
    expect(phones).toBeLessThan(150)
    await simulator.control.fault('filters', { mode: 'ignored' })
    expect(await count("operatingSystem eq 'iOS'")).toBe(300)
    await simulator.control.fault('filters', { mode: 'error' })
    const failed = await graph.get(`${devices}?$filter=${encodeURIComponent("operatingSystem eq 'iOS'")}`)
    expect([failed.status, codeOf(failed)]).toEqual([500, 'InternalServerError'])
    expect(JSON.parse(String((failed.json['error'] as Record<string, unknown>)['message']))).toMatchObject({
      _version: 3,
    })
  })

  test('4: lists of the whole tenant take too long: an error of Intune, a page of a gateway, or nothing', async () => {
    await simulator.control.fault('unavailable', { mode: '503' })
    const late = await graph.get(failures)
    expect([late.status, codeOf(late)]).toEqual([503, 'CancelledOnServiceTimeout'])
    expect(late.text).toContain('Activity ID: ')
    await simulator.control.fault('unavailable', { mode: '504' })
    const page = await graph.get(devices)
    expect([page.status, page.text.slice(0, 15)]).toEqual([504, '<!DOCTYPE html>'])
    await simulator.control.fault('unavailable', { mode: '504-empty' })
    expect((await graph.get(devices)).text).toBe('')
    const { status } = await graph.get(
      `/v1.0/users/${(await simulator.control.person('support@contoso.example')).user.id}`,
    )
    expect(status).toBe(200)
  })

  test('5: a page is empty and leads on, or repeats what was there; nothing is lost', async () => {
    const all = (await allOf(graph, `${devices}?$top=50`)).map(({ id }) => id)
    await simulator.control.fault('pages', { share: 1 })
    const seen: unknown[] = []
    let empty = 0
    for (let link: string | null = `${devices}?$top=50`; link !== null; ) {
      const page = await graph.get(link)
      if (items(page).length === 0) empty += 1
      seen.push(...items(page).map(({ id }) => id))
      link = nextLink(page)
    }
    expect(empty).toBeGreaterThan(0)
    expect([...new Set(seen)].toSorted()).toEqual(all.toSorted())
  })

  test('6: a delta repeats, removes, and is gone', async () => {
    const path = '/v1.0/groups/delta?$select=displayName'
    const round = async (link: string) => {
      for (let next = link; ; ) {
        const answer = await graph.get(next)
        if (answer.status !== 200) return answer
        const following = nextLink(answer)
        if (following === null) return answer
        next = following
      }
    }
    await simulator.control.fault('delta', { share: 1 })
    const first = await graph.get(path)
    const ids = items(first).map(({ id }) => id)
    expect(new Set(ids).size).toBeLessThan(ids.length)
    expect(items(first).some((item) => '@removed' in item)).toBe(true)
    const statuses = new Set<number>()
    for (let turn = 0; turn < 20; turn += 1) {
      const done = await round(path)
      const again = await graph.get(String(done.json['@odata.deltaLink']))
      statuses.add(again.status)
      if (again.status === 410) {
        expect(codeOf(again)).toBe('syncStateNotFound')
        expect(again.headers.get('location')).toContain('/groups/delta')
      }
    }
    expect([...statuses].toSorted((a, b) => a - b)).toEqual([200, 410])
  })

  test('7: one permission is missing, and only what needs it is refused', async () => {
    const { device } = await somebody()
    await simulator.control.fault('permission', { permission: 'DeviceManagementConfiguration.Read.All' })
    const refused = await graph.get(`${devices}/${device}/deviceCompliancePolicyStates`)
    expect([refused.status, codeOf(refused)]).toEqual([403, 'Forbidden'])
    expect(refused.text).toContain('DeviceManagementConfiguration.Read.All')
    expect((await graph.get(`${devices}/${device}`)).status).toBe(200)
  })

  test('8: dates that mean never, values of tomorrow, fields that are absent, both spellings', async () => {
    const before = items(await graph.get(`${devices}?$top=1`))[0] ?? {}
    expect(before).toHaveProperty('osVersion')
    expect(before['easActivationDateTime']).toBe('0001-01-01T00:00:00Z')
    await simulator.control.fault('odd-values')
    const odd = items(await graph.get(`${devices}?$top=1`))[0] ?? {}
    expect(odd).not.toHaveProperty('osVersion')
    expect(odd['lastSyncDateTime']).toBe('0001-01-01T00:00:00Z')
    expect(odd['complianceState']).toBe('awaitingAttestation')
    expect(items(await graph.get(failures)).map((item) => item['@odata.type'])).toContain(
      '#microsoft.graph.quantumTroubleshootingEvent',
    )
    const states = items(await graph.get('/v1.0/admin/serviceAnnouncement/issues')).map(({ status }) =>
      String(status),
    )
    expect(states.some((status) => /^[A-Z]/.test(status))).toBe(true)
  })

  test('9: an action stays pending, and a device is gone between two calls', async () => {
    const { device } = await somebody()
    const act = await graphCaller(simulator, 'act')
    expect((await act.post(`${devices}/${device}/rebootNow`)).status).toBe(204)
    await simulator.control.fault('devices-vanish', { only: [device] })
    await simulator.control.advance(300)
    expect((await graph.get(`${devices}/${device}`)).status).toBe(404)
    expect(items(await graph.get(devices)).some(({ id }) => id === device)).toBe(true)
    await simulator.control.noFaults()
    const still = await graph.get(`${devices}/${device}`)
    expect(still.json['deviceActionResults']).toMatchObject([{ actionName: 'rebootNow', actionState: 'pending' }])
  })

  test('10: somebody is renamed with the same id, or deleted; a delta tells it', async () => {
    const { id, address } = await somebody()
    const start = await graph.get('/v1.0/users/delta?$select=userPrincipalName&$deltatoken=latest')
    await simulator.control.fault('people-change', { only: [id], mode: 'renamed' })
    expect((await graph.get(`/v1.0/users/${id}`)).json['userPrincipalName']).toBe(`renamed.${address}`)
    expect((await graph.get(`/v1.0/users/${address}`)).status).toBe(404)
    const changes = items(await graph.get(String(start.json['@odata.deltaLink'])))
    expect(changes).toMatchObject([{ id, userPrincipalName: `renamed.${address}` }])
    await simulator.control.fault('people-change', { only: [id], mode: 'deleted' })
    expect((await graph.get(`/v1.0/users/${id}`)).status).toBe(404)
    expect((await graph.get(`/v1.0/users/${id}/managedDevices`)).status).toBe(404)
    await simulator.control.noFaults()
    expect((await graph.get(`/v1.0/users/${address}`)).status).toBe(200)
  })

  test('11: two devices have the same name, or two records the same serial', async () => {
    const { id, device } = await somebody()
    const own = async () => items(await graph.get(`/v1.0/users/${id}/managedDevices`))
    const one = (await own()).find((each) => each['id'] === device)
    await simulator.control.fault('twins', { only: [device], mode: 'name' })
    expect((await own()).filter(({ deviceName }) => deviceName === one?.['deviceName'])).toHaveLength(2)
    await simulator.control.fault('twins', { only: [device], mode: 'serial' })
    const twins = (await own()).filter(({ serialNumber }) => serialNumber === one?.['serialNumber'])
    expect(new Set(twins.map((each) => each['id'])).size).toBe(2)
    await simulator.control.noFaults()
    expect((await own()).filter(({ serialNumber }) => serialNumber === one?.['serialNumber'])).toHaveLength(1)
  })

  test('12: no access policy for a meeting, or for a mailbox', async () => {
    const { id } = await somebody()
    await simulator.control.fault('policies')
    const meeting = await graph.post(`/v1.0/users/${id}/onlineMeetings`, {
      startDateTime: '2026-12-03T09:00:00Z',
      endDateTime: '2026-12-03T09:30:00Z',
    })
    expect([meeting.status, meeting.text]).toEqual([
      403,
      expect.stringContaining('No application access policy found for this app'),
    ])
    const mail = await graph.get('/v1.0/users/support@contoso.example/mailFolders/inbox/messages/delta')
    expect([mail.status, codeOf(mail), mail.text]).toEqual([
      403,
      'ErrorAccessDenied',
      expect.stringContaining('Access to OData is disabled.'),
    ])
  })

  test('come in mixtures, the same for the same seed', async () => {
    expect(await simulator.control.mixture(5)).toEqual(Object.fromEntries(mixture(5)))
    const struck = new Set(Array.from({ length: 40 }, (_, seed) => [...mixture(seed).keys()]).flat())
    expect([...struck].toSorted()).toEqual([...faultNames].toSorted())
  })
})
