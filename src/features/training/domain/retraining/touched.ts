import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Course } from '#features/plan/domain/document/training.ts'
import { planChangeKinds } from '#features/plan/domain/values.ts'
import type { PlanChange } from '#features/plan/domain/versions/diff/plan-change.ts'

export type ChangeKind = (typeof planChangeKinds)[number]

/** What a change of the plan changes for those who work by it; null: nothing they have to learn. */
export function kindOf({ place }: Pick<PlanChange, 'place'>): ChangeKind | null {
  const [chapter, part, , field] = place
  if (chapter === 'process') return kindOfProcess(part)
  if (chapter === 'teams') {
    if (part === 'vendor') return 'process'
    if (part !== 'tiers') return null
    if (field === 'targets') return 'targets'
    // How many people a tier has, and when, is for who plans.
    return field === 'capacity' || field === 'supportHours' || field === 'name' ? null : 'process'
  }
  if (chapter === 'involvement') return part === 'resources' ? 'tools' : null
  return null
}

function kindOfProcess(part: PlanChange['place'][number] | undefined): ChangeKind | null {
  switch (part) {
    case 'edges':
      return 'evidence'
    case 'categories':
    case 'priorityMatrix':
    case 'priorityNames':
      return 'categories'
    case 'targets':
    case 'targetHours':
    case 'warnAtPercent':
    case 'pauses':
      return 'targets'
    // Who is told by mail, and how long things are kept, changes nobody's work.
    case 'notices':
    case 'retention':
      return null
    default:
      return 'process'
  }
}

/** The tiers for which a change changes something; all of them, unless it stands at one. */
export function tiersTouched(change: Pick<PlanChange, 'place' | 'side'>, plans: Plans): readonly number[] {
  const plan = change.side === 'before' ? plans.before : plans.after
  const all = plans.after.teams.tiers.map(({ level }) => level)
  const [chapter, part, index] = change.place
  if (typeof index !== 'number') return all
  if (chapter === 'teams' && part === 'tiers') {
    const level = plan.teams.tiers[index]?.level
    return level === undefined ? all : all.filter((one) => one === level)
  }
  if (chapter === 'process' && part === 'edges') {
    const edge = plan.process.edges[index]
    // Who hands up fills it in, who receives it judges it.
    return edge ? all.filter((one) => one === edge.from || one === edge.to) : all
  }
  return all
}

export type Plans = { readonly before: SupportPlan; readonly after: SupportPlan }

/**
 * The agenda item of a course that treats a kind of change: the plan itself, or tools and resources. A course that has neither under
 * that name treats it where it begins.
 */
export function itemFor(course: Pick<Course, 'agenda'>, kind: ChangeKind): string | null {
  const wanted = kind === 'tools' ? ['tools-and-resources', 'support-plan'] : ['support-plan']
  const named = wanted.find((key) => course.agenda.some((item) => item.key === key))
  return named ?? (course.agenda.find(({ form }) => form !== 'questions') ?? course.agenda[0])?.key ?? null
}

export const inKindOrder = (kinds: Iterable<ChangeKind>): readonly ChangeKind[] => {
  const given = new Set(kinds)
  return planChangeKinds.filter((kind) => given.has(kind))
}
