import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Course } from '#features/plan/domain/document/training.ts'
import { type Learner, leadsTierOf } from '../course.ts'
import { no, type Verdict, yes } from '../refusals.ts'
import { type Certificates, lineOf, newestOf } from './certificate-line.ts'

/** By what right somebody trains: the certificate it rests on, or none where the lineage begins. */
export type TrainerRight = { readonly as: 'root' | 'lead'; readonly restsOn: string | null }

/**
 * Whether somebody may train a course at a moment. The team that the lineage begins with may where the plan has it train, once
 * certified for the course's tier or a higher one. A lead may who was trained in the very course: an override lets one work in
 * a tier, but not train others for it.
 */
export function mayTrain(
  plan: SupportPlan,
  course: Course,
  trainer: Learner,
  certificates: Certificates,
  at: Instant,
): Verdict<TrainerRight> {
  const { root, steps, trainerNeedsCertification } = plan.training.lineage
  const gives = (from: 'root' | 'lead') => steps.some((step) => step.from === from && step.course === course.key)
  if (trainer.teams.includes(root) && gives('root')) {
    const isCertified = trainer.certifications.some(
      ({ tier, from, until }) => tier >= course.tier && from <= at && (until === null || at < until),
    )
    const own = newestOf(certificates, trainer.personId, course.key)
    if (isCertified || !trainerNeedsCertification) return yes({ as: 'root', restsOn: own?.id ?? null })
    return no('trainer-not-certified')
  }
  if (trainer.leads.length === 0 || !gives('lead')) return no('trainer-not-in-lineage')
  const own = newestOf(certificates, trainer.personId, course.key)
  if (!own) return trainerNeedsCertification ? no('trainer-not-trained') : yes({ as: 'lead', restsOn: null })
  if (lineOf(certificates, own).ends === 'revoked') return no('trainer-line-broken')
  if (trainerNeedsCertification && own.validUntil <= at) return no('trainer-not-certified')
  return yes({ as: 'lead', restsOn: own.id })
}

/**
 * Whether a trainer with this right may train this person: the plan says whom it reaches (a lead is a member too), and nobody is
 * trained by somebody whose own right comes from them.
 */
export function mayBeTrainedBy(
  plan: SupportPlan,
  course: Course,
  learner: Learner,
  trainer: { readonly personId: string; readonly right: TrainerRight },
  certificates: Certificates,
): Verdict {
  if (learner.personId === trainer.personId) return no('trainer-cannot-attend')
  const isLead = leadsTierOf(plan, course, learner)
  const reaches = plan.training.lineage.steps.some(
    (step) => step.course === course.key && step.from === trainer.right.as && (step.to === 'member' || isLead),
  )
  if (!reaches) return no('not-for-you')
  const rests = trainer.right.restsOn === null ? undefined : certificates.get(trainer.right.restsOn)
  if (trainer.right.as === 'lead' && rests && lineOf(certificates, rests).people.includes(learner.personId))
    return no('trained-your-trainer')
  return yes(undefined)
}
