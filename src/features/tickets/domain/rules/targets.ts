import { dueMoments } from '../clocks/due-moments.ts'
import { sameTarget } from '../clocks/target-runs.ts'
import { type Context, happens, permitted, type Rule, type Scene } from '../decision.ts'
import { refuse } from '../refusals.ts'
import type { TargetRef } from '../ticket.ts'
import { onlyTheClock } from '../who.ts'

/** The share of a target after which a lead is warned has passed. */
export const markTargetAtRisk: Rule<'mark-target-at-risk'> = {
  permit: (scene) => onlyTheClock(scene) ?? permitted,
  decide: (scene, { target, tier, since }, context) => {
    const ref = { target, tier, since }
    const marked = [...scene.ticket.atRisk, ...scene.ticket.missed].some((one) => sameTarget(one, ref))
    if (marked) return refuse({ code: 'already-marked' })
    const due = dueOf(scene, ref, context)
    return due?.state === 'running' && due.dueAt && due.warnAt && due.warnAt <= scene.at
      ? happens({ type: 'target-at-risk', ...ref, dueAt: due.dueAt })
      : refuse({ code: 'target-not-due' })
  },
}

/** Recorded also when it was reached late before the clock came by: a miss is a miss. */
export const markTargetMissed: Rule<'mark-target-missed'> = {
  permit: (scene) => onlyTheClock(scene) ?? permitted,
  decide: (scene, { target, tier, since }, context) => {
    const ref = { target, tier, since }
    if (scene.ticket.missed.some((one) => sameTarget(one, ref))) return refuse({ code: 'already-marked' })
    const due = dueOf(scene, ref, context)
    return due?.state === 'missed' && due.dueAt
      ? happens({ type: 'target-missed', ...ref, dueAt: due.dueAt, spent: due.spent })
      : refuse({ code: 'target-not-due' })
  },
}

function dueOf({ plan, at }: Scene, ref: TargetRef, { events }: Context) {
  return dueMoments(plan, events, at).find((due) => sameTarget(due, ref))
}
