import { priorities } from '../../../values.ts'
import { type Rule, spot } from '../../rule.ts'
import { coverOf, openMinutes, type Span, uncovered, weekOf } from '../../week.ts'

/**
 * The overall clock runs by its own hours. When the contact tier is away for longer, by that clock, than telling the requester may
 * take, a ticket that comes at the wrong time misses its target before anybody is in.
 */
export const rule: Rule = {
  code: 'target-impossible',
  severity: 'warning',
  find: (plan) => {
    const { contactTier, targetHours, targets } = plan.process
    const tier = plan.teams.tiers.find(({ level }) => level === contactTier)
    const hours = plan.teams.supportHours.find(({ key }) => key === targetHours)
    if (!tier || !hours) return []
    const awayMinutes = longestAway(weekOf(hours).spans, uncovered(weekOf(hours), coverOf(plan, tier)))
    return priorities.flatMap((priority) => {
      const { contactMinutes } = targets[priority]
      return awayMinutes >= contactMinutes && awayMinutes > 0
        ? [
            spot(['process', 'targets', priority, 'contactMinutes'], {
              priority,
              contactMinutes,
              awayMinutes,
              tier: contactTier,
            }),
          ]
        : []
    })
  },
}

/** The longest that the clock runs on end while nobody is in; a week that ends so goes on in the next. */
function longestAway(running: readonly Span[], away: readonly Span[]): number {
  if (away.length === 0) return 0
  if (openMinutes(away) === openMinutes(running)) return openMinutes(running)
  const isAway = (minute: number) => away.some((span) => span.from <= minute && minute < span.to)
  const cuts = [...running, ...away].flatMap((span) => [span.from, span.to])
  const edges = [...new Set(cuts)].toSorted((one, other) => one - other)
  const parts = edges.flatMap((from, index) => {
    const to = edges[index + 1]
    return to !== undefined && running.some((span) => span.from <= from && from < span.to)
      ? [{ minutes: to - from, away: isAway(from) }]
      : []
  })
  let [longest, current] = [0, 0]
  for (const part of [...parts, ...parts]) {
    current = part.away ? current + part.minutes : 0
    longest = Math.max(longest, current)
  }
  return longest
}
