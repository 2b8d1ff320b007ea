import type { Instant } from '#features/people/domain/instant.ts'
import type { DueMoment } from '#features/tickets/domain/clocks/due-moment.ts'
import type { TargetName } from '#features/tickets/domain/ticket.ts'
import { type Difference, difference } from './difference.ts'

/** One running of a target under the plan of then and under the draft; null where the plan has no such target. */
export type TargetPair = {
  readonly target: TargetName
  readonly tier: number | null
  readonly was: Standing | null
  readonly now: Standing | null
}
export type Standing = {
  readonly state: DueMoment['state']
  readonly dueAt: Instant | null
  readonly warned: boolean
}

/** The nth running of a target under one plan is the nth under the other: what was done when is the same. */
export function pairTargets(
  was: readonly DueMoment[],
  now: readonly DueMoment[],
  at: Instant,
): readonly TargetPair[] {
  const pairs = new Map<string, TargetPair>()
  for (const [side, moments] of [
    ['was', was],
    ['now', now],
  ] as const) {
    const runs = new Map<string, number>()
    for (const due of moments) {
      const name = `${due.target} ${due.tier}`
      const nth = runs.get(name) ?? 0
      runs.set(name, nth + 1)
      const pair = pairs.get(`${name} ${nth}`) ?? { target: due.target, tier: due.tier, was: null, now: null }
      pairs.set(`${name} ${nth}`, { ...pair, [side]: standing(due, at) })
    }
  }
  return [...pairs.values()]
}

function standing({ state, dueAt, warnAt, endedAt }: DueMoment, at: Instant): Standing {
  return { state, dueAt, warned: warnAt !== null && warnAt < (endedAt ?? at) }
}

export function targetDifferences(pairs: readonly TargetPair[], at: Instant): readonly Difference[] {
  return pairs.flatMap(({ target, tier, was, now }) => {
    if (!was || !now) return []
    const about = { target, tier, was: was.dueAt, now: now.dueAt }
    const shownAt = now.dueAt ?? was.dueAt ?? at
    if ((was.state === 'missed') !== (now.state === 'missed'))
      return [difference(now.state === 'missed' ? 'target-missed' : 'target-met', shownAt, about)]
    if (was.warned !== now.warned) return [difference(now.warned ? 'warned' : 'not-warned', shownAt, about)]
    return []
  })
}
