import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { hoursOf, tierOf } from '#features/plan/domain/lookup.ts'
import { supportMillisecondsBetween } from '#features/plan/domain/support-hours.ts'
import { longestBelieved, sum } from './estimate.ts'
import type { Observation } from './observe.ts'
import type { Stretch } from './stretches.ts'

/** Minutes that somebody was at work on one piece of work, as far as the desk can tell. */
export type Worked = { readonly kind: Stretch['kind']; readonly tier: number; readonly minutes: number }

/**
 * Having a ticket in hand is not working on it. What the desk knows is who had which tickets when, so an agent's support time is split
 * evenly over the tickets in hand: two tickets held for the same hour are half an hour each. One that was held for longer than is
 * believed takes no part in that. What is left in it are breaks, meetings and other work; `availability` (by level) takes that share
 * out, as the simulator's agents are at work for that share only.
 */
export function handsOn(
  observations: readonly Observation[],
  availability: Readonly<Record<string, number>>,
): readonly Worked[] {
  const stretches = observations.flatMap(({ plan, stretches: own }) =>
    own.map((stretch) => {
      const position = positionIn(plan, stretch.tier)
      const held = stretch.held.map(({ agentId, from, to }) => ({
        agentId,
        from: position(from),
        to: position(to),
      }))
      return { ...stretch, held, whole: sum(held.map(({ from, to }) => to - from)) }
    }),
  )
  const names = stretches.map(({ kind, tier }) => `${kind} ${tier}`)
  const longest = new Map(
    [...new Set(names)].map((name) => [
      name,
      longestBelieved(stretches.filter((_, index) => names[index] === name).map(({ whole }) => whole)),
    ]),
  )
  const minutes = new Float64Array(stretches.length)
  const byDesk = new Map<string, Edge[]>()
  for (const [index, { tier, held, whole }] of stretches.entries()) {
    if (whole > (longest.get(names[index] ?? '') ?? Infinity)) {
      minutes[index] = whole
      continue
    }
    for (const { agentId, from, to } of held) {
      listIn(byDesk, `${agentId} ${tier}`).push({ at: from, index, opens: true }, { at: to, index, opens: false })
    }
  }
  for (const edges of byDesk.values()) share(edges, minutes)
  return stretches.map(({ kind, tier }, index) => ({
    kind,
    tier,
    minutes: (minutes[index] as number) * (availability[String(tier)] ?? 1),
  }))
}

type Edge = { readonly at: number; readonly index: number; readonly opens: boolean }

function share(edges: Edge[], minutes: Float64Array): void {
  const inHand = new Map<number, number>()
  let before = 0
  for (const { at, index, opens } of edges.toSorted((one, other) => one.at - other.at)) {
    const each = (at - before) / inHand.size
    if (each > 0) for (const one of inHand.keys()) minutes[one] = (minutes[one] as number) + each
    before = at
    // One ticket's own stretches meet at a moment: closing and opening may come in either order.
    const count = (inHand.get(index) ?? 0) + (opens ? 1 : -1)
    if (count === 0) inHand.delete(index)
    else inHand.set(index, count)
  }
}

/**
 * Minutes of the way down. When somebody began is not recorded, so a piece of work is taken to begin when it lay ready and the agent's
 * last recorded act was over, and to end with its own act. That is exact for who always takes the next thing at once, and too long
 * for who does not: an upper bound.
 */
export function downMinutes(observations: readonly Observation[]): {
  readonly takeNote: readonly number[]
  readonly contact: readonly number[]
} {
  const acts = new Map<string, number[]>()
  for (const { acts: own } of observations)
    for (const { agentId, at } of own) listIn(acts, agentId).push(Date.parse(at))
  for (const moments of acts.values()) moments.sort((one, other) => one - other)
  const takeNote: number[] = []
  const contact: number[] = []
  for (const { plan, down } of observations) {
    let contactMinutes = 0
    for (const { kind, tier, agentId, since, at } of down) {
      const end = Date.parse(at)
      const before = lastBefore(acts.get(agentId) ?? [], end)
      const begin = Math.max(Date.parse(since), before)
      const minutes = begin < end ? between(plan, tier, begin, end) : 0
      if (kind === 'contact') contactMinutes += minutes
      else if (minutes > 0) takeNote.push(minutes)
    }
    if (contactMinutes > 0) contact.push(contactMinutes)
  }
  return { takeNote, contact }
}

function lastBefore(sorted: readonly number[], moment: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < moment) low = middle + 1
    else high = middle
  }
  return low === 0 ? -Infinity : (sorted[low - 1] as number)
}

function listIn<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

/** Where a moment stands on a tier's clock, in minutes; a tier that its plan no longer has counts wall minutes. */
function positionIn(plan: SupportPlan, level: number): (moment: number) => number {
  const origin = Date.UTC(2020, 0, 1)
  return (moment) => between(plan, level, origin, moment)
}

function between(plan: SupportPlan, level: number, from: number, to: number): number {
  const tier = tierOf(plan, level)
  const milliseconds = tier
    ? supportMillisecondsBetween(
        hoursOf(plan, tier.supportHours),
        new Date(from).toISOString(),
        new Date(to).toISOString(),
      )
    : to - from
  return milliseconds / 60_000
}
