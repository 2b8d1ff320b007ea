import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { createLog } from '#platform/log.ts'
import { certificateFor } from '../../../simulators/microsoft-graph/testing/certificate.ts'
import { type Simulator, startSimulator } from '../../../simulators/microsoft-graph/simulator.ts'
import { virtualPace } from '../../../tests/support/virtual-pace.ts'
import { type GraphClient, type GraphConnection, GraphFailure, openGraph } from './graph-client.ts'
import { appFailuresOf } from './read/apps.ts'
import { appTokens, enrollmentTokens, pushCertificate } from './read/certificates.ts'
import { allDevices, devicesOfUser, failingSettings, readDevice, readHardware } from './read/devices.ts'
import { groupMembers, searchGroups } from './read/directory.ts'
import { allEnrollmentFailures, enrollmentFailuresOf } from './read/enrollment-failures.ts'
import { enrollmentSettings } from './read/enrollment-settings.ts'
import { openHealthIssues, serviceStates } from './read/health.ts'
import { isOutsideMailPolicy, sendRawMail } from './read/mail.ts'
import { createTeamsMeeting, isWithoutMeetingPolicy } from './read/meetings.ts'
import { findUser, groupsOf, licencesOf, readUser } from './read/users.ts'

const start = '2026-11-23T09:00:00.000Z'
const pace = virtualPace(start)
let simulator: Simulator
let graph: GraphClient
let address: string
let userId: string

function connection(change: Partial<GraphConnection> = {}): GraphConnection {
  const { tenantId, loginUrl, graphUrl, read } = simulator.connection
  const credential = { kind: 'secret' as const, secret: read.secret }
  return { tenantId, clientId: read.clientId, credential, loginUrl, graphUrl, allowPrivate: true, ...change }
}
const open = (change: Partial<GraphConnection> = {}): GraphClient =>
  openGraph(connection(change), { clock: { now: pace.at }, log: createLog('silent') }, pace)

beforeAll(async () => {
  simulator = await startSimulator({ devices: 300, clock: { now: pace.at } })
  graph = open()
  const failing = (await allEnrollmentFailures(graph)).find((one) => one.userId !== null)
  const user = await readUser(graph, failing?.userId ?? '')
  userId = user?.id ?? ''
  address = user?.upn ?? ''
  expect(address).not.toBe('')
})
afterAll(async () => {
  await graph.close()
  await simulator.close()
})
beforeEach(async () => {
  await simulator.control.noFaults()
})

const failureOf = (asked: Promise<unknown>): Promise<GraphFailure> =>
  asked.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => (error instanceof GraphFailure ? error : Promise.reject(error as Error)),
  )
const everybody = async (): Promise<readonly string[]> =>
  (await graph.list('/users', { query: { $select: 'id', $top: 100 } })).map((one) => (one as { id: string }).id)

test('a certificate signs in as well as a secret', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const certificate = certificateFor(privateKey)
  await simulator.control.registration({ clientId: simulator.connection.read.clientId, certificate })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const client = open({ credential: { kind: 'certificate', privateKey: pem, certificate } })
  expect((await client.signIn()).roles).toContain('User.Read.All')
  expect((await readUser(client, userId))?.id).toBe(userId)
  await client.close()
})

describe('a fault of Microsoft’s cloud', () => {
  it.each(['whole', 'decimal', 'missing'])('1: told to wait, %s', async (mode) => {
    const all = await everybody()
    await simulator.control.fault('throttled', { share: 0.4, mode })
    expect(await everybody()).toEqual(all)
    const calls = all.slice(0, 30).map((id) => ({ id, path: `/users/${id}?$select=id` }))
    const answers = await graph.batch(calls)
    expect([...answers.values()].every(({ ok }) => ok)).toBe(true)
  })

  it('2: a token that ends between two pages', async () => {
    const all = await everybody()
    await simulator.control.fault('token-expires')
    expect(await everybody()).toEqual(all)
  })

  it('3: a filter that is ignored, or fails', async () => {
    await simulator.control.fault('filters', { mode: 'ignored' })
    expect((await findUser(graph, address))?.id).toBe(userId)
    expect(await findUser(graph, 'nobody@elsewhere.example')).toBeNull()
    const groups = await searchGroups(graph, { begins: 'Intune-Wave' })
    expect(groups.length).toBeGreaterThan(0)
    expect(groups.every(({ name }) => name?.startsWith('Intune-Wave'))).toBe(true)
    expect((await openHealthIssues(graph)).every(({ resolved }) => !resolved)).toBe(true)
    await simulator.control.fault('filters', { mode: 'error' })
    const outcome = await graph
      .list('/deviceManagement/managedDevices', { query: { $filter: "operatingSystem eq 'Windows'" } })
      .catch((error: unknown) => error)
    expect(outcome).toMatchObject({ code: 'unavailable', status: 500 })
  })

  it.each(['503', '504'])('4: a list that is too large for it: %s', async (mode) => {
    await simulator.control.fault('unavailable', { mode })
    const failure = await failureOf(allEnrollmentFailures(graph))
    expect(failure).toMatchObject({ code: 'unavailable', status: Number(mode), retryable: true })
    expect(failure.answer).not.toMatch(/[<{]|https?:/)
  })

  it('5: an empty page with a next link, and an item that comes twice', async () => {
    const all = await everybody()
    await simulator.control.fault('pages')
    const again = await everybody()
    expect(again.toSorted()).toEqual(all.toSorted())
    expect(new Set(again).size).toBe(again.length)
  })

  it.each([
    ['User.Read.All', () => readUser(graph, userId)],
    ['GroupMember.Read.All', () => groupsOf(graph, userId)],
    ['DeviceManagementManagedDevices.Read.All', () => devicesOfUser(graph, userId)],
    ['DeviceManagementManagedDevices.Read.All', () => enrollmentFailuresOf(graph, userId)],
    ['DeviceManagementServiceConfig.Read.All', () => pushCertificate(graph)],
    ['DeviceManagementServiceConfig.Read.All', () => enrollmentTokens(graph)],
    ['ServiceHealth.Read.All', () => openHealthIssues(graph)],
  ] as const)('7: without %s, which it names', async (permission, read) => {
    await simulator.control.fault('permission', { permission })
    expect(await failureOf(read())).toMatchObject({ code: 'permission-missing', permission, retryable: false })
  })

  it('8: values that nobody knows, sentinels, and fields that are not there', async () => {
    await simulator.control.fault('odd-values')
    for await (const page of allDevices(graph)) {
      for (const device of page) {
        expect(JSON.stringify(device)).not.toMatch(/"(?:0001-|9999-)/)
        expect(device.compliance).not.toBe('nonCompliant')
      }
    }
    for (const state of await serviceStates(graph)) expect(state.status?.charAt(0)).toMatch(/[a-z]/)
    for (const issue of await openHealthIssues(graph)) expect(issue.status?.charAt(0)).toMatch(/[a-z]/)
    await enrollmentSettings(graph)
    for (const failure of await allEnrollmentFailures(graph)) expect(failure.deviceId).not.toMatch(/^[0-]+$/)
  })

  it('9: a device that is gone between two calls', async () => {
    const [device] = await graph.list('/deviceManagement/managedDevices', { limit: 1 })
    const id = (device as { id: string }).id
    await simulator.control.fault('devices-vanish', { share: 1 })
    expect(await readDevice(graph, id)).toBeNull()
    expect(await readHardware(graph, id)).toBeNull()
    expect(await failureOf(failingSettings(graph, id))).toMatchObject({ code: 'not-found' })
  })

  it('10: somebody who was renamed, and somebody who is gone', async () => {
    await simulator.control.fault('people-change', { only: [userId], mode: 'renamed' })
    expect(await readUser(graph, userId)).toMatchObject({ id: userId, upn: `renamed.${address}` })
    expect(await findUser(graph, address)).toBeNull()
    await simulator.control.fault('people-change', { only: [userId], mode: 'deleted' })
    expect(await readUser(graph, userId)).toBeNull()
    expect(await findUser(graph, address)).toBeNull()
  })

  it('11: two devices with one name are two devices', async () => {
    const before = (await graph.list('/deviceManagement/managedDevices')).length
    await simulator.control.fault('twins', { share: 0.5, mode: 'name' })
    const devices = []
    for await (const page of allDevices(graph)) devices.push(...page)
    expect(new Set(devices.map(({ id }) => id)).size).toBe(devices.length)
    expect(devices.length).toBeGreaterThanOrEqual(before)
  })

  it('12: an organiser and a mailbox outside what is allowed', async () => {
    await simulator.control.fault('policies')
    const meeting = {
      organiserId: userId,
      externalId: 'bridge-1',
      subject: 'B',
      startsAt: start,
      endsAt: '2026-11-23T09:30:00.000Z',
    }
    const noMeeting = await failureOf(createTeamsMeeting(graph, meeting))
    expect(isWithoutMeetingPolicy(noMeeting)).toBe(true)
    const mime = Buffer.from(`From: ${address}\r\nTo: ${address}\r\nSubject: x\r\n\r\nx\r\n`)
    const noMail = await failureOf(sendRawMail(graph, address, mime))
    expect(isOutsideMailPolicy(noMail)).toBe(true)
    expect([noMeeting.permission, noMail.permission]).toEqual([null, null])
    await simulator.control.noFaults()
    const made = await createTeamsMeeting(graph, meeting)
    expect(made.joinUrl).toMatch(/^https:/)
    expect(await createTeamsMeeting(graph, { ...meeting, subject: 'again' })).toEqual(made)
  })
})

/** Everything that a ticket's page asks of Microsoft, part by part. */
const looks: Readonly<Record<string, () => Promise<unknown>>> = {
  user: () => readUser(graph, userId),
  licences: () => licencesOf(graph, userId),
  groups: () => groupsOf(graph, userId),
  devices: () => devicesOfUser(graph, userId),
  enrollmentFailures: () => enrollmentFailuresOf(graph, userId),
  appFailures: () => appFailuresOf(graph, userId),
  push: () => pushCertificate(graph),
  tokens: () => enrollmentTokens(graph),
  vpp: () => appTokens(graph),
  health: () => openHealthIssues(graph),
  settings: () => enrollmentSettings(graph),
  members: async () => {
    const [group] = await searchGroups(graph, { begins: 'Intune-Wave', limit: 1 })
    const ids: string[] = []
    for await (const page of groupMembers(graph, group?.id ?? '')) ids.push(...page.map(({ id }) => id))
    if (new Set(ids).size !== ids.length) throw new Error('somebody came twice')
    return ids.toSorted()
  },
}

async function lookAtAll(): Promise<Readonly<Record<string, unknown>>> {
  const found = await Promise.all(
    Object.entries(looks).map(async ([part, look]) => {
      try {
        return [part, await look()] as const
      } catch (error) {
        if (!(error instanceof GraphFailure)) throw error
        return [part, `failed: ${error.code}`] as const
      }
    }),
  )
  return Object.fromEntries(found)
}

test('any mixture of faults leaves each part known or said to have failed, and passes by itself', {
  timeout: 240_000,
}, async () => {
  const well = await lookAtAll()
  expect(JSON.stringify(well)).not.toContain('failed:')
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
      await simulator.control.mixture(seed)
      const ill = await lookAtAll()
      expect(JSON.stringify(ill)).not.toMatch(/"(?:0001-|9999-)|<html/)
      await simulator.control.noFaults()
      // Whoever was told to wait waits a little longer.
      await pace.wait(130_000)
      expect(await lookAtAll()).toEqual(well)
    }),
    { numRuns: 20, seed: 5 },
  )
})

test('a sign-in with a secret that is no longer good says so by number, and works again with a new one', async () => {
  const { clientId, secret } = simulator.connection.read
  await simulator.control.registration({ clientId, secret: 'another' })
  const client = open()
  expect(await failureOf(readUser(client, userId))).toMatchObject({
    code: 'sign-in-refused',
    graphCode: 'AADSTS7000215',
  })
  await simulator.control.registration({ clientId, secret })
  await pace.wait(21_000)
  expect((await readUser(client, userId))?.id).toBe(userId)
  await client.close()
})
