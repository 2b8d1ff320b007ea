import type { Instant } from '#features/people/domain/instant.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { Player } from './cast.ts'
import type { DemoDesk, DemoGround } from './desk.ts'
import { later } from './moments.ts'
import { type Trouble, troubles } from './troubles.ts'

const everySeconds = 2 * 3600

/** Tierwise looks at Intune by itself, day and night; what it opened a while ago somebody has taken by day. */
export async function* detectionLife(desk: DemoDesk, ground: DemoGround): AsyncGenerator<Instant, void> {
  const [first] = ground.cast.tiers
  for (;;) {
    await ground.run('devices.read-organisation')
    await ground.run('devices.detect')
    for (const findingId of await untold(ground)) await ground.run('devices.finding', { findingId })
    yield later(desk.now(), everySeconds)
    if (!isByDay(desk.now())) continue
    for (const ticketId of await unclaimed(ground)) {
      const agent = desk.chance.oneOf(first?.agents ?? [ground.cast.planOwner])
      const { stage, assigneeId, openedAt } = await desk.read(agent, ticketId)
      const isLeft = stage.name === 'investigating' && assigneeId === null
      if (isLeft && openedAt < later(desk.now(), -freshSeconds))
        await desk.move(agent, ticketId, { move: 'claim' })
    }
  }
}

/** What was found lately is for the visitor to take. */
const freshSeconds = 6 * 3600

function isByDay(at: Instant): boolean {
  const moment = new Date(at)
  return ![0, 6].includes(moment.getUTCDay()) && moment.getUTCHours() >= 8 && moment.getUTCHours() < 15
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

/** Minutes before the end at which people report the same: more than usual, while Microsoft has an incident. */
const burst = [215, 200, 180, 160, 140, 120, 100, 85, 65, 50, 35, 20] as const
const burstSubject = 'Laptop does not enroll, error 0x80180014'
export const incident = {
  id: 'IT1186644',
  title: "Some users can't enroll Windows devices",
  impact: 'Users may see an error when they enroll a Windows device for the first time.',
} as const

/** A burst of like tickets that nobody has taken yet, whatever the day: laptops are opened at home too. */
export function reportedAtOnce(desk: DemoDesk, ground: DemoGround, until: Instant) {
  const trouble = troubles.find(({ subject }) => subject.en === burstSubject)
  const people = ground.cast.requesters['wave-2'].slice(360)
  if (!trouble) throw new RangeError(`The demo has no trouble "${burstSubject}"`)
  return burst.flatMap((minutes, index) => {
    const requester = people[index]
    return requester ? [{ at: later(until, -minutes * 60), story: report(desk, requester, trouble) }] : []
  })
}

async function* report(desk: DemoDesk, requester: Player, trouble: Trouble): AsyncGenerator<Instant, void> {
  await desk.open(requester, trouble, 'portal')
  yield* []
}

async function* befall(
  { tenant }: DemoGround,
  misfortune: { readonly at: Instant; readonly address: string; readonly subject: string },
): AsyncGenerator<Instant, void> {
  await tenant.befall(misfortune, true)
  yield* []
}

export function untold({
  platform,
  orgId,
}: Pick<DemoGround, 'orgId'> & { readonly platform: Platform }): Promise<string[]> {
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
