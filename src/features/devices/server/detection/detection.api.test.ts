import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addPerson } from '#features/people/server/persons.ts'
import type { Detection } from '#features/plan/domain/document/process.ts'
import { beginDraft, takeDraft } from '#features/plan/server/drafts.ts'
import { publishDraft } from '#features/plan/server/publishing.ts'
import { saveDocument } from '#features/plan/server/store.ts'
import { openForFinding, ticketFindingListener } from '#features/tickets/server/hear-findings.ts'
import type { Job } from '#platform/jobs/enqueue.ts'
import { startSimulator } from '../../../../../simulators/microsoft-graph/simulator.ts'
import { bellsOf } from '../../../../../tests/support/bells.ts'
import { connectSimulator, type IntuneDesk, intuneDesk } from '../../../../../tests/support/intune-desk.ts'
import { opened } from '../../../../../tests/support/ticket-work.ts'
import { dismiss, findingsShown } from '../findings.ts'
import { detectionJobs } from './jobs.ts'
import { detectJob } from './look.ts'

/** What Intune shows becomes tickets, notes or hints as the plan says, once each, whatever Microsoft suffers from. */

let it: IntuneDesk
const ada = 'ada@contoso.example'
const bob = 'bob@contoso.example'
const hear = detectionJobs([ticketFindingListener])['devices.finding'] as Job

beforeAll(async () => {
  it = await intuneDesk()
}, 60_000)
afterAll(() => it.close())
beforeEach(async () => {
  await it.simulator.control.reset()
  it.later(24 * 60)
  await it.platform.owner.query('delete from device_findings')
  await it.platform.owner.query('delete from device_detections')
  await it.platform.owner.query('delete from notices')
  await closeEverything()
  await plan({})
})

const look = () => detectJob(it.platform, { orgId: it.desk.orgId } as never)
const work = () => ({ platform: it.platform, desk: it.desk })

/** Tells of everything that is new or happened again, as the jobs do. */
async function tell(): Promise<void> {
  const { rows } = await it.platform.owner.query<{ id: string }>(
    'select id from device_findings where org_id = $1 and (told_times < times or told_at is null)',
    [it.desk.orgId],
  )
  for (const { id } of rows) await tellOf(id)
}
const tellOf = (findingId: string) =>
  hear(it.platform, { orgId: it.desk.orgId, findingId } as never, { isLast: false })

async function poll(): Promise<void> {
  await it.readOrganisation()
  await look()
  await tell()
}

const found = async () => (await it.desk.within(findingsShown)).findings
const looks = async () => (await it.desk.within(findingsShown)).looks

type Row = { id: string; number: number; source: string; subject: string; category: string; requester: string }
async function tickets(): Promise<readonly Row[]> {
  const { rows } = await it.platform.owner.query<Row>(
    `select id, number, state ->> 'source' as source, subject, category, requester_id as requester from tickets
     where org_id = $1 and stage <> 'closed' order by number`,
    [it.desk.orgId],
  )
  return rows
}
const proactive = async () => (await tickets()).filter(({ source }) => source === 'detection')

async function notes(ticketId: string): Promise<readonly string[]> {
  const { rows } = await it.platform.owner.query<{ text: string }>(
    `select words ->> 'text' as text from ticket_events where org_id = $1 and ticket_id = $2 and type = 'noted' order by number`,
    [it.desk.orgId, ticketId],
  )
  return rows.map(({ text }) => text)
}

async function closeEverything(): Promise<void> {
  await it.platform.owner.query("update tickets set stage = 'closed' where org_id = $1", [it.desk.orgId])
}

/** As most tests want it: the tenant has a token that is about to end. */
const usual: Partial<Detection> = { enrollmentFailures: 'ticket', expiringCertificates: 'off' }
let inForce = ''

/** The plan in force has detection as a test wants it. */
async function plan(wanted: Partial<Detection>): Promise<void> {
  const change = { ...usual, ...wanted }
  if (JSON.stringify(change) === inForce) return
  inForce = JSON.stringify(change)
  await it.desk.within(async (tx) => {
    await beginDraft(tx, it.desk.people.pia.id, undefined)
    const draft = await takeDraft(tx)
    const { process } = draft.document
    const document = { ...draft.document, process: { ...process, detection: { ...process.detection, ...change } } }
    await saveDocument(tx, draft, document, it.desk.people.pia.id)
    await publishDraft(tx, it.desk.people.pia.id, draft.revision + 1, 'Detection')
  })
}

describe('a failed enrollment', () => {
  test('becomes one ticket for whom it concerns, with what was seen, however often it is looked at and told of', async () => {
    await it.simulator.control.addFailure({ person: ada, kind: 'not-supported' })
    await poll()
    await poll()
    const [finding] = await found()
    await Promise.all([tellOf(finding?.id ?? ''), tellOf(finding?.id ?? '')])
    const [ticket, ...more] = await tickets()
    expect(more).toEqual([])
    expect(ticket).toMatchObject({
      source: 'detection',
      category: 'enrollment-blocked',
      requester: it.desk.people.ada.id,
    })
    expect(finding).toMatchObject({ state: 'ticket', ticketId: ticket?.id, opened: true, times: 1 })
    expect((await notes(ticket?.id ?? ''))[0]).toContain('0x80180014')
    // Whom it concerns reads what to do, and nothing of the code.
    const { rows } = await it.platform.owner.query<{ text: string }>(
      "select words::text as text from ticket_events where ticket_id = $1 and type = 'opened'",
      [ticket?.id],
    )
    expect(rows[0]?.text).toContain('Windows-computer')
    expect(rows[0]?.text).not.toContain('0x')
  })

  test('that happens again is counted and noted in its ticket', async () => {
    await it.simulator.control.addFailure({ person: ada, kind: 'not-supported', minutesAgo: 60 })
    await poll()
    await it.simulator.control.addFailure({ person: ada, kind: 'not-supported' })
    await poll()
    expect(await found()).toMatchObject([{ times: 2, state: 'ticket' }])
    const all = await tickets()
    expect(all).toHaveLength(1)
    expect(await notes(all[0]?.id ?? '')).toHaveLength(2)
  })

  test('that its person reported already stands beside that report as a note', async () => {
    const reported = await opened(work(), 'ada', { subject: 'Inschrijven lukt niet, 0x80180014' })
    await it.simulator.control.addFailure({ person: ada, kind: 'not-supported' })
    await poll()
    expect((await tickets()).map(({ id }) => id)).toEqual([reported])
    expect(await notes(reported)).toHaveLength(1)
    expect(await found()).toMatchObject([{ state: 'ticket', ticketId: reported, opened: false }])
  })

  test('that was reported, solved and closed before Microsoft showed it opens nothing; one after that does', async () => {
    const reported = await opened(work(), 'ada', { subject: 'Inschrijven lukt niet, 0x80180014' })
    await it.simulator.control.addFailure({ person: ada, kind: 'not-supported', minutesAgo: 20 })
    await it.platform.owner.query("update tickets set stage = 'closed', closed_at = $2 where id = $1", [
      reported,
      it.platform.clock.now(),
    ])
    await poll()
    expect(await tickets()).toEqual([])
    expect(await found()).toMatchObject([{ state: 'ticket', ticketId: reported, opened: false }])
  })

  test('of another person or for another reason is another, yet one person has one ticket of it', async () => {
    await it.simulator.control.addFailure({ person: ada, kind: 'not-supported' })
    await it.simulator.control.addFailure({ person: ada, kind: 'user-license' })
    await it.simulator.control.addFailure({ person: bob, kind: 'not-supported' })
    await poll()
    expect(await found()).toHaveLength(3)
    expect((await proactive()).map(({ requester }) => requester).toSorted()).toEqual(
      [it.desk.people.ada.id, it.desk.people.bob.id].toSorted(),
    )
  })

  test('is a hint where the plan wants that, which an agent can make a ticket of or dismiss, and nothing where it wants nothing', async () => {
    await plan({ enrollmentFailures: 'hint' })
    await it.simulator.control.addFailure({ person: ada, kind: 'not-supported' })
    await it.simulator.control.addFailure({ person: bob, kind: 'not-supported' })
    await poll()
    expect(await tickets()).toEqual([])
    const hints = await found()
    expect(hints.map(({ state }) => state)).toEqual(['told', 'told'])
    expect(await bellsOf(it, 'devices')).toEqual(['Lies: findings.people'])
    const told = await it.desk.within((tx) => openForFinding(it.platform, tx, hints[0]?.id ?? ''))
    expect(await tickets()).toMatchObject([{ id: told.ticketId, source: 'detection' }])
    const tess = await it.desk.as('tess')
    expect(await bellsOf(it, 'devices')).toHaveLength(1)
    await it.desk.within((tx) => dismiss(tx, tess, hints[1]?.id ?? '', 'Known'))
    expect(await bellsOf(it, 'devices')).toEqual([])
    await poll()
    expect(await found()).toMatchObject([{ state: 'ticket' }])
    await it.platform.owner.query('delete from device_findings')
    await plan({ enrollmentFailures: 'off' })
    await poll()
    expect(await found()).toEqual([])
  })

  test('of many in an hour opens ten tickets, and the rest are hints', async () => {
    const people = Array.from({ length: 13 }, (_, index) => ({
      ...{ name: `Person ${index}`, address: `p${index}@contoso.example`, language: 'nl' as const, groups: [] },
    }))
    await it.desk.within(async (tx) => {
      for (const { name, address: email } of people)
        await addPerson(tx, 'tierwise', { name, email, roles: ['requester'] })
    })
    const crowd = await startSimulator({ people, devices: 0, clock: it.platform.clock })
    await connectSimulator(it, it.desk, crowd)
    for (const { address: person } of people) await crowd.control.addFailure({ person, kind: 'not-supported' })
    await poll()
    expect(await proactive()).toHaveLength(10)
    expect((await found()).filter(({ state }) => state === 'told')).toHaveLength(3)
    await crowd.close()
    await it.connect()
  })
})

describe('never two tickets for one failure', () => {
  /** Deeds in an order that chance gives: polls, retries of jobs, the same failure again, and a report of the person. */
  test.each(Array.from({ length: 12 }, (_, seed) => seed))(
    'in order %i of poll, report, retry and recurrence',
    async (seed) => {
      let state = seed * 7919 + 13
      const next = (of: number) => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        return Math.floor((state / 2_147_483_648) * of)
      }
      await it.simulator.control.addFailure({ person: ada, kind: 'not-supported', minutesAgo: 30 })
      let reports = 0
      for (let step = 0; step < 9; step += 1) {
        const deed = next(5)
        if (deed === 0) await look()
        if (deed === 1) await Promise.all([tell(), tell()])
        if (deed === 2 && reports === 0) {
          reports += 1
          await opened(work(), 'ada', {
            subject: 'Het lukt niet',
            category: 'enrollment-blocked',
            platform: 'windows',
          })
        }
        if (deed === 3) await it.simulator.control.addFailure({ person: ada, kind: 'not-supported' })
        if (deed === 4) await Promise.all([poll(), poll()])
        it.later(1)
      }
      await poll()
      const all = await tickets()
      expect((await proactive()).length + reports).toBeLessThanOrEqual(2)
      expect((await proactive()).length).toBeLessThanOrEqual(1)
      expect(all.length).toBeGreaterThanOrEqual(1)
      expect(await found()).toHaveLength(1)
      expect(await found()).toMatchObject([{ state: 'ticket' }])
    },
  )
})

describe('what holds for the organisation', () => {
  test('a push certificate near its end becomes a ticket for the lead who looks after Intune, and is over once renewed', async () => {
    await plan({ expiringCertificates: 'ticket', expiryDays: 7 })
    await it.simulator.control.certificate('ade', '2029-01-01T00:00:00.000Z')
    await it.simulator.control.certificate('vpp', '2029-01-01T00:00:00.000Z')
    const soon = new Date(Date.parse(it.platform.clock.now()) + 5 * 86_400_000).toISOString()
    await it.simulator.control.certificate('push', soon)
    await poll()
    expect(await proactive()).toMatchObject([{ requester: it.desk.people.max.id }])
    expect(await found()).toMatchObject([{ kind: 'expiring-certificate', facts: { what: 'push' } }])
    await it.simulator.control.certificate('push', '2029-01-01T00:00:00.000Z')
    it.later(20)
    await poll()
    expect(await found()).toEqual([])
  })

  test('an incident at Microsoft is a hint, and over once resolved', async () => {
    const issue = await it.simulator.control.addHealthIssue({ title: 'Users cannot enroll iOS devices' })
    it.later(20)
    await poll()
    expect(await found()).toMatchObject([{ kind: 'service-incident', state: 'told' }])
    expect(await bellsOf(it, 'devices')).toEqual(['Max: findings.organisation'])
    await it.simulator.control.changeHealthIssue({ issue: issue.id, resolved: true })
    it.later(20)
    await poll()
    expect(await found()).toEqual([])
    expect(await bellsOf(it, 'devices')).toEqual([])
  })

  test('a device that is silent is a hint, and none once it checks in', async () => {
    const device = await it.simulator.control.addDevice({ person: ada, platform: 'windows' })
    await it.simulator.control.changeDevice({ device: device.id, silentHours: 40 * 24 })
    await poll()
    expect(await found()).toMatchObject([
      { kind: 'silent-device', state: 'told', person: { id: it.desk.people.ada.id } },
    ])
    await it.simulator.control.changeDevice({ device: device.id, silentHours: 0 })
    it.later(7 * 60)
    await poll()
    expect(await found()).toEqual([])
  })
})

describe('whatever Microsoft suffers from', () => {
  test('where the list of the tenant times out, people of the waves are looked at one by one', async () => {
    await it.read('ada')
    await it.platform.owner.query("update persons set groups = '{wave-1}' where org_id = $1 and id = $2", [
      it.desk.orgId,
      it.desk.people.ada.id,
    ])
    await it.simulator.control.addFailure({ person: ada, kind: 'not-supported' })
    await it.simulator.control.fault('unavailable', { share: 1 })
    await poll()
    expect((await looks()).find(({ kind }) => kind === 'enrollment-failure')).toMatchObject({
      way: 'people',
      failed: null,
    })
    expect(await proactive()).toHaveLength(1)
    await it.simulator.control.noFaults()
    await poll()
    expect(await proactive()).toHaveLength(1)
    expect((await looks()).find(({ kind }) => kind === 'enrollment-failure')?.way).toBe('tenant')
  }, 120_000)

  test('where a permission is missing it is said, and nothing that was found is over by that', async () => {
    await it.simulator.control.addFailure({ person: ada, kind: 'not-supported' })
    await poll()
    await it.simulator.control.fault('permission', { permission: 'DeviceManagementManagedDevices.Read.All' })
    it.later(10)
    await poll()
    const look = (await looks()).find(({ kind }) => kind === 'enrollment-failure')
    expect(look?.failed).toContain('permission-missing')
    expect(await found()).toHaveLength(1)
    await it.simulator.control.noFaults()
    await poll()
    expect((await looks()).find(({ kind }) => kind === 'enrollment-failure')?.failed).toBeNull()
  }, 60_000)
})

test('an organisation without a tenant is left alone', async () => {
  await it.platform.owner.query('delete from tenants where org_id = $1', [it.desk.orgId])
  await it.simulator.control.addFailure({ person: ada, kind: 'not-supported' })
  await look()
  expect((await it.desk.within(findingsShown)).findings).toEqual([])
  await it.connect()
})
