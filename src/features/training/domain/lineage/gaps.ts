import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Course } from '#features/plan/domain/document/training.ts'
import { coursesNeededBy, type Learner, leadsTierOf } from '../course.ts'
import { type Certificates, lineOf, newestOf } from './certificate-line.ts'
import { mayTrain } from './may-train.ts'

export const gapKinds = ['untrained', 'ended', 'ending', 'line-broken', 'trainer-without-right'] as const
export type GapKind = (typeof gapKinds)[number]

export type Gap = { readonly kind: GapKind; readonly personId: string; readonly courseKey: string }

const dayMs = 86_400_000
/** From so many days before it ends, a certificate shows as ending. */
export const endingDays = 30

export function isEnding(validUntil: Instant, at: Instant): boolean {
  return Date.parse(validUntil) - Date.parse(at) <= endingDays * dayMs
}

/** Where the lineage has holes: people of a tier without training, training that ended, rights that lead nowhere. */
export function gapsIn(
  plan: SupportPlan,
  people: readonly Learner[],
  certificates: Certificates,
  at: Instant,
): readonly Gap[] {
  return people.flatMap((person) =>
    coursesNeededBy(plan, person).flatMap((course) => {
      const kinds = [
        ...learnerGap(person, course, certificates, at),
        ...trainerGap(plan, person, course, certificates, at),
      ]
      return kinds.map((kind): Gap => ({ kind, personId: person.personId, courseKey: course.key }))
    }),
  )
}

function learnerGap(
  { personId }: Learner,
  course: Course,
  certificates: Certificates,
  at: Instant,
): readonly GapKind[] {
  const own = newestOf(certificates, personId, course.key)
  if (!own) return ['untrained']
  if (own.validUntil <= at) return ['ended']
  const broken: readonly GapKind[] = lineOf(certificates, own).ends === 'root' ? [] : ['line-broken']
  return isEnding(own.validUntil, at) ? [...broken, 'ending'] : broken
}

/** A lead whom the plan has train their members, and who may not. */
function trainerGap(
  plan: SupportPlan,
  person: Learner,
  course: Course,
  certificates: Certificates,
  at: Instant,
): readonly GapKind[] {
  const trains = plan.training.lineage.steps.some((step) => step.from === 'lead' && step.course === course.key)
  if (!trains || !leadsTierOf(plan, course, person)) return []
  return mayTrain(plan, course, person, certificates, at).ok ? [] : ['trainer-without-right']
}
