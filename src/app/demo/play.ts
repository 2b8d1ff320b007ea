import type { Instant } from '#features/people/domain/instant.ts'
import { addDays } from '#features/plan/domain/days.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { hoursOf } from '#features/plan/domain/lookup.ts'
import { type OpenInterval, openIntervals } from '#features/plan/domain/support-hours.ts'
import { runClock } from '#features/tickets/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'
import { type DemoDesk, type DemoGround, demoDesk } from './desk.ts'
import { bridgeLife } from './bridges.ts'
import { detectionLife, reportedAtOnce, unreported } from './detection.ts'
import { commitments, ownExperience, waves } from './involvement.ts'
import { knowledgeLife } from './known-issues.ts'
import { life, type Start } from './life.ts'
import { later, momentOn } from './moments.ts'
import { secondVersion } from './second-version.ts'
import { training, trainings } from './training.ts'
import { type Trouble, troubles } from './troubles.ts'

type Times = {
  readonly began: Instant
  /** When the pilot begins. */
  readonly start: Instant
  readonly until: Instant
  /** The plan that asks for practice tickets, which comes in force later. */
  readonly practised: SupportPlan
}
type Turn = { readonly at: Instant; readonly go: () => Promise<Instant | null> }
export type Played = { readonly opened: number; readonly moves: number; readonly brokenOff: number }

/** The day of the pilot's beginning on which wave 1 has taught enough for another version of the plan. */
const secondVersionDay = 30

/** Tickets on an ordinary office day of each part of the rollout. */
const perDay = { pilot: 1, 'wave-1': 4, 'wave-2': 6 } as const
type Part = keyof typeof perDay

/**
 * Plays the desk from `start` until now: who does what at which moment, in the order of time. Due moments of tickets come in between
 * as they would have, so that warnings, reminders and closings stand in the history where they belong.
 */
export async function play(ground: DemoGround, { began, start, until, practised }: Times): Promise<Played> {
  const desk = demoDesk(ground)
  const tickets = arrivals(desk, start, until)
  const opened = tickets.length
  const pilot = start.slice(0, 10)
  const turns = [
    ...tickets,
    ...trainings(ground, pilot).map((given) => storyAt(given.planned, training(desk, ground, given))),
    storyAt(ground.readsSince, detectionLife(desk, ground)),
    ...[...unreported(ground, until), ...reportedAtOnce(desk, ground, until)].map(({ at, story }) =>
      storyAt(at, story),
    ),
    storyAt(later(began, 7_200), commitments(ground, began.slice(0, 10), until)),
    storyAt(start, ownExperience(ground, pilot)),
    storyAt(later(began, 10_800), waves(ground, until)),
    storyAt(start, bridgeLife(desk, ground, pilot, until)),
    storyAt(start, knowledgeLife(ground, pilot, until)),
    storyAt(
      momentOn(addDays(pilot, secondVersionDay), '15:00'),
      secondVersion(desk, { ground, practised }, addDays(pilot, secondVersionDay)),
    ),
  ]
  let moves = 0
  let brokenOff = 0
  for (let turn = earliest(turns); turn && turn.at <= until; turn = earliest(turns)) {
    // Who is late acts now: time does not run back.
    const now = desk.now()
    const at = turn.at > now ? turn.at : now
    await clockUntil(ground, at)
    ground.platform.clock.set(at)
    const { go } = turn
    try {
      const next = await go()
      moves += 1
      if (next) turns.push({ at: next, go })
    } catch (error) {
      // A player who comes too late (the clock was first) finds the move refused, and leaves it.
      if (!(error instanceof Refused)) throw error
      brokenOff += 1
    }
  }
  await clockUntil(ground, until)
  ground.platform.clock.set(until)
  return { opened, moves, brokenOff }
}

function earliest(turns: Turn[]): Turn | undefined {
  let first = 0
  for (const [index, turn] of turns.entries()) if (turn.at < (turns[first]?.at ?? '')) first = index
  return turns.splice(first, 1)[0]
}

function arrivals(desk: DemoDesk, start: Instant, until: Instant): Turn[] {
  const { chance, plan, cast } = desk
  const open = openIntervals(hoursOf(plan, plan.process.targetHours), start, until)
  const ordinary = open.flatMap(({ from, to }) => {
    const part = partOf(start, from)
    const count = Math.max(1, Math.round(perDay[part] * (0.6 + 0.8 * chance.next())))
    return Array.from({ length: count }, () => {
      const at = new Date(Date.parse(from) + chance.next() * (Date.parse(to) - Date.parse(from))).toISOString()
      return turnOf(desk, at, {
        requester: chance.oneOf(cast.requesters[part]),
        trouble: anyTrouble(desk),
        isNew: false,
        asksVendor: desk.chance.happens(0.2),
      })
    })
  })
  return [...ordinary, stillWithVendor(desk, open), ...lastArrivals(desk, open)]
}

/** Open hours ago: long enough to have gone up to the vendor, too short to have an answer. */
const vendorHours = 16

function stillWithVendor(desk: DemoDesk, open: readonly OpenInterval[]): Turn {
  const trouble = troubles.find(({ tier }) => tier === 3)
  const requester = desk.cast.requesters['wave-2'][299]
  if (!trouble || !requester) throw new RangeError('The demo has too few people')
  return turnOf(desk, openTimeBefore(open, vendorHours * 3_600_000), {
    requester,
    trouble,
    isNew: true,
    asksVendor: true,
  })
}

const lastHours = 9
const lastOnes = 27

/** A busy end: new causes in the last hours that support was open, so that a visitor finds work under way in every tier. */
function lastArrivals(desk: DemoDesk, open: readonly OpenInterval[]): Turn[] {
  const hard = troubles.filter(({ tier }) => tier > 1)
  return Array.from({ length: lastOnes }, (_, index) => {
    const before = (lastHours * 3_600_000 * (index + 1)) / lastOnes
    const at = openTimeBefore(open, before)
    const trouble = hard[index % hard.length]
    const requester = desk.cast.requesters['wave-2'][300 + index]
    if (!trouble || !requester) throw new RangeError('The demo has too few people')
    return turnOf(desk, at, { requester, trouble, isNew: true, asksVendor: desk.chance.happens(0.2) })
  })
}

function turnOf(desk: DemoDesk, at: Instant, start: Start): Turn {
  return storyAt(at, life(desk, start))
}

function storyAt(at: Instant, story: AsyncGenerator<Instant, void>): Turn {
  const go = async () => {
    const { value, done } = await story.next()
    return done ? null : value
  }
  return { at, go }
}

function partOf(start: Instant, at: Instant): Part {
  const day = (Date.parse(at) - Date.parse(start)) / 86_400_000
  if (day < 14) return 'pilot'
  return day < 35 ? 'wave-1' : 'wave-2'
}

function anyTrouble({ chance }: DemoDesk): Trouble {
  const all = troubles.reduce((sum, { weight }) => sum + weight, 0)
  let left = chance.next() * all
  return troubles.find(({ weight }) => (left -= weight) < 0) ?? (troubles[0] as Trouble)
}

async function clockUntil({ platform, orgId }: DemoGround, until: Instant): Promise<void> {
  for (;;) {
    const due = await inOrganisation(platform, orgId, (tx) =>
      tx.db
        .selectFrom('tickets')
        .select(['id', 'clock_at'])
        .where('org_id', '=', orgId)
        .where('clock_at', '<=', until)
        .orderBy('clock_at')
        .limit(1)
        .executeTakeFirst(),
    )
    if (!due?.clock_at) return
    platform.clock.set(due.clock_at)
    await inOrganisation(platform, orgId, (tx) => runClock(tx, due.id))
  }
}

/** The moment since which so much open time has passed. */
function openTimeBefore(open: readonly OpenInterval[], milliseconds: number): Instant {
  let left = milliseconds
  for (const { from, to } of open.toReversed()) {
    const length = Date.parse(to) - Date.parse(from)
    if (left <= length) return new Date(Date.parse(to) - left).toISOString()
    left -= length
  }
  throw new RangeError('Support was never open for so long')
}
