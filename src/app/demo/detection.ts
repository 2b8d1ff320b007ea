import type { Instant } from '#features/people/domain/instant.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { DemoDesk, DemoGround } from './desk.ts'
import { later } from './moments.ts'

const everySeconds = 2 * 3600

/** Tierwise looks at Intune by itself; what it opens a ticket of somebody takes. */
export async function* detectionLife(desk: DemoDesk, ground: DemoGround): AsyncGenerator<Instant, void> {
  const [first] = ground.cast.tiers
  for (;;) {
    await ground.run('devices.read-organisation')
    await ground.run('devices.detect')
    for (const findingId of await untold(ground)) await ground.run('devices.finding', { findingId })
    const opened = await unclaimed(ground)
    yield desk.after(desk.chance.between(10, 40))
    for (const ticketId of opened) {
      const agent = desk.chance.oneOf(first?.agents ?? [ground.cast.planOwner])
      const { stage, assigneeId } = await desk.read(agent, ticketId)
      if (stage.name === 'investigating' && assigneeId === null)
        await desk.move(agent, ticketId, { move: 'claim' })
    }
    yield later(desk.now(), everySeconds)
  }
}

/** People for whom something failed lately, and who said nothing. Hours before the end, who of the wave, and the trouble. */
const silent = [
  [21, 350, 'Laptop does not enroll, error 0x80180014'],
  [9, 351, 'Work profile is not created'],
  [4, 352, 'Laptop does not enroll, error 0x80180014'],
  [2, 353, 'iPhone enrollment stops: device limit reached'],
] as const

export function unreported(ground: DemoGround, until: Instant) {
  return silent.map(([hours, index, subject]) => {
    const at = later(until, -hours * 3600)
    const address = ground.cast.requesters['wave-2'][index]?.email ?? ''
    return { at, story: befall(ground, { at, address, subject }) }
  })
}

async function* befall(
  { tenant }: DemoGround,
  misfortune: { readonly at: Instant; readonly address: string; readonly subject: string },
): AsyncGenerator<Instant, void> {
  await tenant.befall(misfortune)
  yield* []
}

function untold({ platform, orgId }: DemoGround): Promise<string[]> {
  return inOrganisation(platform, orgId, async ({ db }) => {
    const rows = await db
      .selectFrom('device_findings')
      .select('id')
      .where('org_id', '=', orgId)
      .where((where) => where.or([where('told_at', 'is', null), where('told_times', '<', where.ref('times'))]))
      .execute()
    return rows.map(({ id }) => id)
  })
}

/** Tickets that Tierwise opened and nobody has taken. */
function unclaimed({ platform, orgId }: DemoGround): Promise<string[]> {
  return inOrganisation(platform, orgId, async ({ db }) => {
    const rows = await db
      .selectFrom('device_findings')
      .innerJoin('tickets', (join) =>
        join
          .onRef('tickets.org_id', '=', 'device_findings.org_id')
          .onRef('tickets.id', '=', 'device_findings.ticket'),
      )
      .select('tickets.id')
      .where('device_findings.org_id', '=', orgId)
      .where('tickets.stage', '<>', 'closed')
      .where('device_findings.opened', '=', true)
      .execute()
    return rows.map(({ id }) => id)
  })
}
