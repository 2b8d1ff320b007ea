import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type IntuneDesk, intuneDesk } from '../../../../tests/support/intune-desk.ts'
import { moved, opened } from '../../../../tests/support/ticket-work.ts'
import { snapshotsOf } from './actions.ts'

let it: IntuneDesk
const ada = 'ada@contoso.example'
const bitLocker = 'Windows10CompliancePolicy.BitLockerEnabled'

beforeAll(async () => {
  it = await intuneDesk()
})
afterAll(() => it.close())
beforeEach(async () => {
  await it.simulator.control.reset()
  it.later(15)
})

const isCompliance = ({ kind }: { readonly kind: string }) => kind === 'compliance'

const work = () => ({ platform: it.platform, desk: it.desk })
const open = () => opened(work(), 'ada', { category: 'enrollment-blocked', platform: 'ios' })
const reasons = async (ticketId: string) =>
  (await it.desk.within((tx) => snapshotsOf(tx, ticketId))).map(({ reason }) => reason)

const evidence = async (ticketId: string) => {
  const { plan } = await it.desk.within(async (tx) => {
    const { readTicket } = await import('#features/tickets/server/actions.ts')
    const { planVersion } = await import('#features/plan/server/actions.ts')
    const { ticket } = await readTicket(tx, await it.desk.as('tess'), ticketId)
    return { plan: (await planVersion(tx, ticket.planVersionId)).document }
  })
  return plan.process.edges.find(({ from }) => from === 1)?.evidence ?? []
}

async function escalate(ticketId: string): Promise<void> {
  await moved(work(), 'tess', ticketId, { move: 'claim' })
  const items = (await evidence(ticketId)).map(({ key, kind, options }) => ({
    key,
    value: kind === 'choice' ? (options[0]?.key ?? '') : 'As seen',
    files: [],
  }))
  await moved(work(), 'lies', ticketId, {
    move: 'escalate',
    asked: 'Please look',
    evidence: items,
    waiver: { reason: 'For this test' },
  } as unknown as Parameters<typeof moved>[3])
}

describe('what is known when a ticket changes hands', () => {
  test('is frozen at the opening, at the offer and at its acceptance, and stays as it was', async () => {
    const device = await it.simulator.control.addDevice({ person: ada })
    await it.read('ada')
    const ticketId = await open()
    expect(await reasons(ticketId)).toEqual(['opened'])
    await it.simulator.control.compliance(device.id, [bitLocker])
    it.later(15)
    await it.read('ada')
    await escalate(ticketId)
    await moved(work(), 'jan', ticketId, { move: 'accept' })
    expect(await reasons(ticketId)).toEqual(['opened', 'offered', 'accepted'])
    const { snapshots } = await it.shown('ada', ticketId)
    expect(snapshots.map(({ reason }) => reason)).toEqual(['accepted', 'offered', 'opened'])
    const [accepted, offered, first] = snapshots
    expect(first?.sinceBefore).toBeNull()
    expect(offered?.sinceBefore?.filter(isCompliance)).toMatchObject([
      { kind: 'compliance', before: 'compliant', after: 'noncompliant', settings: ['BitLocker'] },
    ])
    expect(accepted?.sinceBefore).toEqual([])
    await it.simulator.control.compliance(device.id, [])
    it.later(15)
    await it.read('ada')
    const now = await it.shown('ada', ticketId)
    expect(now.snapshots.at(-1)?.untilNow).toEqual([])
    expect(now.snapshots[0]?.untilNow.filter(isCompliance)).toMatchObject([
      { kind: 'compliance', before: 'noncompliant', after: 'compliant', settings: ['BitLocker'] },
    ])
    const frozen = await it.call(it.agent, {
      method: 'GET',
      url: `/api/v1/devices/snapshots/${offered?.id}`,
    })
    expect(frozen.body).toMatchObject({
      reason: 'offered',
      context: { devices: { value: [{ compliance: 'noncompliant' }] } },
    })
  })

  test('has a hash over what stands there, and cannot be changed or removed by anybody who works here', async () => {
    await it.read('ada')
    const ticketId = await open()
    const { rows } = await it.platform.owner.query(
      `select id, hash = sha256(convert_to(concat_ws('|', subject::text, reason, $2::text, context::text), 'UTF8')) as holds
       from device_snapshots where subject = $1`,
      [ticketId, it.platform.clock.now()],
    )
    expect(rows).toMatchObject([{ holds: true }])
    await expect(
      it.platform.owner.query(`update device_snapshots set context = '{}' where subject = $1`, [ticketId]),
    ).rejects.toThrow('never changed')
    const removed = it.desk.within((tx) => tx.db.deleteFrom('device_snapshots').execute())
    await expect(removed).rejects.toThrow('permission denied')
  })

  test('of which nothing was known at the opening is read because of it, and frozen then', async () => {
    await it.readOrganisation()
    await it.platform.owner.query('delete from device_contexts')
    const ticketId = await open()
    expect(await reasons(ticketId)).toEqual([])
    const { rows } = await it.platform.owner.query(`select key from graphile_worker.jobs where key like $1`, [
      `%/devices.read/%${ticketId}`,
    ])
    expect(rows).toHaveLength(1)
    await it.read('ada', ticketId)
    expect(await reasons(ticketId)).toEqual(['opened'])
  })

  test('is nothing where no tenant is connected, and the opening asks nobody', async () => {
    await it.platform.owner.query('delete from tenants where org_id = $1', [it.desk.orgId])
    try {
      const ticketId = await open()
      expect(await reasons(ticketId)).toEqual([])
      const { rows } = await it.platform.owner.query(`select key from graphile_worker.jobs where key like $1`, [
        `devices.read:%:${ticketId}`,
      ])
      expect(rows).toEqual([])
    } finally {
      await it.connect()
    }
  })

  test('that was refused freezes nothing', async () => {
    await it.read('ada')
    const ticketId = await open()
    await expect(moved(work(), 'jan', ticketId, { move: 'accept' })).rejects.toThrow()
    expect(await reasons(ticketId)).toEqual(['opened'])
  })
})
