import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { SupportHours } from '#features/plan/domain/document/teams.ts'
import { hoursOf, tierOf } from '#features/plan/domain/lookup.ts'
import { addSupportMinutes, supportMillisecondsBetween } from '#features/plan/domain/support-hours.ts'
import type { TicketEvent } from '../events.ts'
import type { DueMoment } from './due-moment.ts'
import { type TargetRun, targetRuns } from './target-runs.ts'

const minuteMs = 60_000

/** How every target of a ticket stands at a moment. A target is met when it is reached before it is due. */
export function dueMoments(plan: SupportPlan, events: readonly TicketEvent[], at: Instant): readonly DueMoment[] {
  return targetRuns(plan, events).flatMap((run) => {
    const settled = settledBefore(run)
    if (settled) return [settled]
    const allowance = allowanceOf(plan, run)
    return allowance ? [dueMoment(run, allowance, plan.process.warnAtPercent, at)] : []
  })
}

/** What was reached or fell away under an earlier version of the plan, and has not gone on since, stays as it was. */
function settledBefore({ carried, endedAt, segments }: TargetRun): DueMoment | null {
  if (!carried) return null
  const { due } = carried
  return due.endedAt !== null && due.endedAt === endedAt && segments.length === 0 ? due : null
}

/** Still to be reached, and when: what runs, and what was missed and has not been done since. The first of them first. */
export function standingTargets(moments: readonly DueMoment[]): readonly StandingTarget[] {
  return moments
    .flatMap(({ target, tier, dueAt, endedAt }) =>
      dueAt === null || endedAt !== null ? [] : [{ target, tier, dueAt }],
    )
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
}

export type StandingTarget = Pick<DueMoment, 'target' | 'tier'> & { readonly dueAt: Instant }

type Allowance = { readonly hours: SupportHours; readonly minutes: number }

/** What the plan allows; nothing for a tier that it does not have. */
function allowanceOf(plan: SupportPlan, { ref, priority }: TargetRun): Allowance | null {
  if (ref.target === 'contact' || ref.target === 'resolve') {
    const { contactMinutes, resolveMinutes } = plan.process.targets[priority]
    const minutes = ref.target === 'contact' ? contactMinutes : resolveMinutes
    return { hours: hoursOf(plan, plan.process.targetHours), minutes }
  }
  const tier = ref.tier === null ? null : tierOf(plan, ref.tier)
  if (!tier) return null
  const { acknowledgeMinutes, workMinutes, takeNoteMinutes } = tier.targets[priority]
  const minutes = { acknowledge: acknowledgeMinutes, work: workMinutes, 'take-note': takeNoteMinutes }[ref.target]
  return { hours: hoursOf(plan, tier.supportHours), minutes }
}

/** Missed under an earlier version of the plan: the new one does not make it good. */
function missedBefore(run: TargetRun, due: DueMoment, hours: SupportHours, at: Instant): DueMoment {
  const since = [...spentUntil({ ...run, carried: null }, hours, at).values()].reduce((sum, one) => sum + one, 0)
  return { ...due, endedAt: run.endedAt, spentMinutes: due.spentMinutes + since / minuteMs }
}

function dueMoment(run: TargetRun, allowance: Allowance, warnAtPercent: number, at: Instant): DueMoment {
  const { hours } = allowance
  if (run.carried?.due.state === 'missed') return missedBefore(run, run.carried.due, hours, at)
  // What had counted already is granted: a target that is stricter now is missed from now, not from before.
  const minutes = Math.max(allowance.minutes, run.carried?.due.spentMinutes ?? 0)
  const dueAt = run.cancelled ? null : reaches(run, hours, minutes * minuteMs)
  const warnAt = run.cancelled ? null : reaches(run, hours, (minutes * minuteMs * warnAtPercent) / 100)
  const spent = spentUntil(run, hours, at)
  const missed = dueAt !== null && dueAt <= (run.endedAt ?? at)
  return {
    ...run.ref,
    state: missed ? 'missed' : stateOf(run),
    dueAt,
    warnAt,
    endedAt: run.endedAt,
    allowedMinutes: minutes,
    spentMinutes: [...spent.values()].reduce((sum, one) => sum + one, 0) / minuteMs,
    spent: byTier(missed ? spentUntil(run, hours, dueAt) : spent),
  }
}

function stateOf({ cancelled, endedAt, segments }: TargetRun): DueMoment['state'] {
  if (cancelled) return 'cancelled'
  if (endedAt !== null) return 'met'
  return segments.at(-1)?.to === null ? 'running' : 'paused'
}

/** When so much has counted. Beyond what has: as the last stretch would have gone on, unless the target stood still. */
function reaches(
  { segments, endedAt, carried }: TargetRun,
  hours: SupportHours,
  milliseconds: number,
): Instant | null {
  let left = milliseconds - (carried?.due.spentMinutes ?? 0) * minuteMs
  if (carried && left <= 0) return carried.at
  for (const { from, to } of segments) {
    const counted = to === null ? Infinity : supportMillisecondsBetween(hours, from, to)
    const untilItsEnd = to !== null && to === endedAt
    if (counted >= left || untilItsEnd) return addSupportMinutes(hours, from, left / minuteMs)
    left -= counted
  }
  return null
}

function spentUntil(
  { segments, carried }: TargetRun,
  hours: SupportHours,
  until: Instant,
): ReadonlyMap<number, number> {
  const spent = new Map((carried?.due.spent ?? []).map(({ tier, minutes }) => [tier, minutes * minuteMs]))
  for (const { from, to, spender } of segments) {
    if (from >= until) break
    const end = to === null || to > until ? until : to
    spent.set(spender, (spent.get(spender) ?? 0) + supportMillisecondsBetween(hours, from, end))
  }
  return spent
}

function byTier(spent: ReadonlyMap<number, number>): DueMoment['spent'] {
  return [...spent].map(([tier, milliseconds]) => ({ tier, minutes: milliseconds / minuteMs }))
}
