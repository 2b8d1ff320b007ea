import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { SupportHours, Tier } from '#features/plan/domain/document/teams.ts'
import { hoursOf } from '#features/plan/domain/lookup.ts'
import { openIntervals } from '#features/plan/domain/support-hours.ts'
import type { Assumptions } from '../assumptions/assumptions.ts'
import type { Calendar } from '../engine/model.ts'
import { type Absence, adHocTimes, bridgeTimes, courseTimes, retrainingTimes } from './absences.ts'
import { type Horizon, instantAt, minuteOfDay } from './horizon.ts'

/** Length of a turn in minutes, in which the number of agents stands still. */
const turn = 120
const hoursInWeek = 7 * 24
type Span = { readonly from: number; readonly to: number }
type Change = { readonly at: number; readonly clock: number; readonly agents: number; readonly open: boolean }

/** Who is at the desk when: support hours, presence, breaks, certification, bridges and training. */
export function calendarOf(plan: SupportPlan, assumptions: Assumptions, horizon: Horizon): Calendar {
  const tiers = plan.teams.tiers.toSorted((one, other) => one.level - other.level)
  const held = assumptions.bridge.held && assumptions.arrivals.perHour === null
  const { optional } = assumptions.bridge
  const bridges = held
    ? [...bridgeTimes(plan, horizon), ...adHocTimes(plan, assumptions.bridge, horizon)].filter(
        ({ from }) => from >= 0,
      )
    : []
  const changes = tiers.flatMap((tier, clock) => {
    const spans = spansOf(hoursOf(plan, tier.supportHours), assumptions, horizon)
    const { share, fixed } = presence(tier, assumptions, horizon, spans)
    const away: Absence[] = fixed
      ? []
      : [
          ...bridges.map(({ from, to, quorum, isOpen }) => {
            const needed = quorum.find((one) => one.tier === tier.level)?.people ?? 0
            const others = isOpen ? Math.max(0, tier.capacity.agents - needed) : 0
            return { from, to, people: needed + Math.round(optional * others) }
          }),
          ...courseTimes(plan, assumptions.training, horizon, tier.level, tier.capacity.agents),
          ...retrainingTimes(assumptions.training, horizon, tier.level),
        ]
    return changesOf(clock, spans, share, away, fixed ? null : certifiedShare(tier, assumptions, horizon))
  })
  const overall = spansOf(hoursOf(plan, plan.process.targetHours), assumptions, horizon)
  changes.push(...changesOf(tiers.length, overall, 0, []))
  changes.sort((one, other) => one.at - other.at || one.clock - other.clock)
  const ends = bridges.toSorted((one, other) => one.to - other.to)
  return {
    at: Float64Array.from(changes, (change) => change.at),
    clock: Uint8Array.from(changes, (change) => change.clock),
    agents: Int32Array.from(changes, (change) => change.agents),
    open: Uint8Array.from(changes, (change) => (change.open ? 1 : 0)),
    bridgeEnds: Float64Array.from(ends, (bridge) => bridge.to),
    bridgeMinutes: Float64Array.from(ends, (bridge) => bridge.minutes),
  }
}

function spansOf(hours: SupportHours, assumptions: Assumptions, horizon: Horizon): readonly Span[] {
  if (assumptions.hours === 'always') return [{ from: 0, to: Infinity }]
  const last = horizon.days * 24 * 60
  return openIntervals(hours, instantAt(horizon, 0), instantAt(horizon, last)).map(({ from, to }) => ({
    from: (Date.parse(from) - horizon.begins) / 60_000,
    to: (Date.parse(to) - horizon.begins) / 60_000,
  }))
}

/**
 * How many are at work for tickets at the same time, on average while support is open. A team that is open for longer than its
 * people work in a week is there in turns.
 */
function presence(tier: Tier, assumptions: Assumptions, horizon: Horizon, spans: readonly Span[]) {
  const own = assumptions.tiers[String(tier.level)]
  if (!own) return { share: tier.capacity.agents, fixed: false }
  if (own.agents !== null) return { share: own.agents, fixed: true }
  const about = (share: number) => tier.capacity.agents * Math.min(1, share) * own.availability
  if (assumptions.hours === 'always')
    return { share: Math.max(1, Math.round(about(own.hoursPerWeek / hoursInWeek))), fixed: true }
  const minutes = spans.reduce(
    (sum, { from, to }) => sum + Math.min(to, horizon.window.to) - Math.min(from, horizon.window.to),
    0,
  )
  const openPerWeek = minutes / 60 / (horizon.window.to / (hoursInWeek * 60))
  return { share: openPerWeek > 0 ? about(own.hoursPerWeek / openPerWeek) : 0, fixed: false }
}

/** Which share of a tier's people may work in it, by moment; null when all may. A textbook stream knows no certification. */
function certifiedShare(
  { level, capacity }: Tier,
  { tiers, arrivals }: Assumptions,
  horizon: Horizon,
): ((at: number) => number) | null {
  const steps = tiers[String(level)]?.notCertified ?? []
  if (arrivals.perHour !== null || capacity.agents === 0 || !steps.some(({ people }) => people > 0)) return null
  const known = steps
    .map(({ from, people }) => ({
      at: minuteOfDay(horizon, from),
      share: Math.max(0, capacity.agents - people) / capacity.agents,
    }))
    .toSorted((one, other) => one.at - other.at)
  return (at) => (known.findLast((step) => step.at <= at) ?? known[0])?.share ?? 1
}

/** A fraction of an agent is somebody who is there for part of the turns, spread evenly. */
function changesOf(
  clock: number,
  spans: readonly Span[],
  share: number,
  away: readonly Absence[],
  certified: ((at: number) => number) | null = null,
): Change[] {
  const changes: Change[] = []
  const whole = Number.isInteger(share) && certified === null
  let turns = 0
  let filled = 0
  let last = 0
  const say = (at: number, agents: number, open: boolean) => {
    if (open && changes.at(-1)?.open && last === agents) return
    changes.push({ at, clock, agents, open })
    last = agents
  }
  for (const { from, to } of spans) {
    const cuts = whole ? [from] : starts(from, to)
    const inside = away.filter((one) => one.from < to && one.to > from)
    const moments = [...cuts, ...inside.flatMap((one) => [one.from, one.to]).filter((at) => at > from && at < to)]
    let present = 0
    const isCut = new Set(cuts)
    for (const at of [...new Set(moments)].sort((one, other) => one - other)) {
      if (isCut.has(at)) {
        if (certified) {
          const before = filled
          filled += share * certified(at)
          present = Math.floor(filled + 1e-9) - Math.floor(before + 1e-9)
        } else {
          present = Math.floor((turns + 1) * share + 1e-9) - Math.floor(turns * share + 1e-9)
          turns += 1
        }
      }
      const gone = inside.reduce((sum, one) => (one.from <= at && at < one.to ? sum + one.people : sum), 0)
      say(at, Math.max(0, present - gone), true)
    }
    if (to !== Infinity) say(to, 0, false)
  }
  return changes
}

function starts(from: number, to: number): number[] {
  if (to === Infinity) throw new RangeError('A share of an agent needs hours that end')
  return Array.from({ length: Math.ceil((to - from) / turn) }, (_, index) => from + index * turn)
}
