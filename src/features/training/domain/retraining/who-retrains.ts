import type { Certification } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Course } from '#features/plan/domain/document/training.ts'
import { planChanges } from '#features/plan/domain/versions/diff/plan-changes.ts'
import type { Learner } from '../course.ts'
import { type ChangeKind, inKindOrder, itemFor, kindOf, tiersTouched } from './touched.ts'

/** What one person has to train again, and until when. */
export type Retraining = {
  readonly personId: string
  readonly tier: number
  readonly courseKey: string
  readonly itemKey: string
  readonly kinds: readonly ChangeKind[]
  readonly dueAt: Instant
}

export type OpenDuty = Pick<Retraining, 'personId' | 'tier' | 'courseKey' | 'itemKey' | 'kinds' | 'dueAt'>

type Publication = {
  readonly before: SupportPlan
  readonly after: SupportPlan
  readonly at: Instant
  readonly people: readonly Learner[]
  /** What earlier versions asked and has not been done. */
  readonly open: readonly OpenDuty[]
}

/** Per tier and kind of change what a new version asks to be trained again, of what its lineage says. */
export function changedForTiers(
  before: SupportPlan,
  after: SupportPlan,
): ReadonlyMap<number, readonly ChangeKind[]> {
  const wanted = new Set(after.training.lineage.retrainOn)
  const found = new Map<number, Set<ChangeKind>>()
  for (const change of planChanges(before, after)) {
    const kind = kindOf(change)
    if (kind === null || !wanted.has(kind)) continue
    for (const tier of tiersTouched(change, { before, after }))
      found.set(tier, (found.get(tier) ?? new Set()).add(kind))
  }
  return new Map([...found].map(([tier, kinds]) => [tier, inKindOrder(kinds)]))
}

/**
 * Who has to train again on what by when, once a version is published: everybody who works in a touched tier by training, or would if
 * they had done what an earlier version asked. Who works by an override or not at all has a whole course ahead. What is still open from an earlier version is taken along, and is due no later.
 */
export function whoRetrains({ before, after, at, people, open }: Publication): readonly Retraining[] {
  const changed = changedForTiers(before, after)
  const due = new Date(Date.parse(at) + after.training.lineage.retrainWithinDays * 86_400_000).toISOString()
  return people.flatMap((person) =>
    [...changed].flatMap(([tier, kinds]) => {
      const suspended = open.some((duty) => duty.personId === person.personId && duty.tier === tier)
      if (!suspended && !trainedFor(person.certifications, tier, at)) return []
      const course = courseFor(after, person, tier)
      return course
        ? perItem(course, kinds).map((one) => withOpen({ ...one, personId: person.personId, tier }, open, due))
        : []
    }),
  )
}

function perItem(course: Course, kinds: readonly ChangeKind[]) {
  const items = Map.groupBy(kinds, (kind) => itemFor(course, kind))
  return [...items].flatMap(([itemKey, treated]) =>
    itemKey === null ? [] : [{ courseKey: course.key, itemKey, kinds: inKindOrder(treated) }],
  )
}

/** Publishing again gives nobody more time for what was asked before. */
function withOpen(one: Omit<Retraining, 'dueAt'>, open: readonly OpenDuty[], due: Instant): Retraining {
  const earlier = open.filter((duty) => isSame(duty, one))
  const kinds = inKindOrder([...one.kinds, ...earlier.flatMap((duty) => duty.kinds)])
  const dueAt = earlier.reduce((first, duty) => (duty.dueAt < first ? duty.dueAt : first), due)
  return { ...one, kinds, dueAt }
}

export function isSame(
  one: Pick<Retraining, 'personId' | 'courseKey' | 'itemKey'>,
  other: Pick<Retraining, 'personId' | 'courseKey' | 'itemKey'>,
): boolean {
  return one.personId === other.personId && one.courseKey === other.courseKey && one.itemKey === other.itemKey
}

function trainedFor(certifications: readonly Certification[], tier: number, at: Instant): boolean {
  return certifications.some(
    (one) =>
      one.tier === tier && one.override === null && one.from <= at && (one.until === null || at < one.until),
  )
}

/** The course of the tier that fits the person: leads have one of their own where the plan gives them one. */
function courseFor(plan: SupportPlan, person: Learner, tier: number): Course | null {
  const team = plan.teams.tiers.find(({ level }) => level === tier)?.team
  const isLead = team !== undefined && person.leads.includes(team)
  const courses = plan.training.courses.filter((course) => course.tier === tier)
  return (
    courses.find(({ audience }) => audience === (isLead ? 'leads' : 'members')) ??
    courses.find(({ audience }) => audience === 'everyone') ??
    null
  )
}
