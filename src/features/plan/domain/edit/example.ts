import type { SupportPlan } from '../document/support-plan.ts'
import { askingOnly } from './tiers.ts'

/** What of an example can be taken over at once, by chapter. */
export const exampleParts = {
  teams: ['aims', 'tiers', 'vendor'],
  process: ['evidence', 'priorities', 'rules', 'notices'],
  training: ['courses'],
  involvement: ['rollout', 'readiness', 'resources'],
} as const
export type ExamplePart = (typeof exampleParts)[keyof typeof exampleParts][number]

/** The plan with a part of the example in place of its own. Tiers keep their team, hours and number of people. */
export function withExample(plan: SupportPlan, example: SupportPlan, part: ExamplePart): SupportPlan {
  return takers[part](plan, example)
}

const takers: Readonly<Record<ExamplePart, (plan: SupportPlan, example: SupportPlan) => SupportPlan>> = {
  aims: (plan, { purpose, improves }) => ({ ...plan, purpose, improves }),
  tiers: (plan, example) => ({
    ...plan,
    teams: {
      ...plan.teams,
      tiers: plan.teams.tiers.map((tier) => {
        const like = example.teams.tiers.find((one) => one.level === tier.level)
        return like
          ? { ...tier, name: like.name, responsibilities: like.responsibilities, targets: like.targets }
          : tier
      }),
    },
  }),
  vendor: (plan, example) => {
    const { vendor } = example.teams
    if (!vendor || !plan.teams.vendor) return plan
    const { level, openers } = plan.teams.vendor
    return { ...plan, teams: { ...plan.teams, vendor: { ...vendor, level, openers } } }
  },
  evidence: (plan, { process }) => {
    const edges = plan.process.edges.map(
      (edge) => process.edges.find((one) => one.from === edge.from && one.to === edge.to) ?? edge,
    )
    return { ...plan, process: { ...plan.process, edges, categories: askingOnly(process.categories, edges) } }
  },
  priorities: (plan, { process: { priorityMatrix, priorityNames, targets, warnAtPercent } }) => ({
    ...plan,
    process: { ...plan.process, priorityMatrix, priorityNames, targets, warnAtPercent },
  }),
  rules: (plan, { process }) => {
    const { bounceCap, wayDown, knownIssueRequired, quietPeriodDays, reopenWindowDays } = process
    const { contactRetryMinutes, pauses, retention } = process
    const rules = { bounceCap, wayDown, knownIssueRequired, quietPeriodDays, reopenWindowDays }
    return { ...plan, process: { ...plan.process, ...rules, contactRetryMinutes, pauses, retention } }
  },
  notices: (plan, { process: { notices } }) => ({ ...plan, process: { ...plan.process, notices } }),
  courses: (plan, example) => {
    const levels = new Set(plan.teams.tiers.map((tier) => tier.level))
    const phases = new Set(plan.involvement.phases.map((phase) => phase.key))
    const courses = example.training.courses
      .filter((course) => levels.has(course.tier))
      .map((course) =>
        course.planned && !phases.has(course.planned.beforePhase) ? { ...course, planned: null } : course,
      )
    const steps = example.training.lineage.steps.filter((step) =>
      courses.some((course) => course.key === step.course),
    )
    // The agenda's material has to be among the plan's resources.
    return withResources(
      { ...plan, training: { courses, lineage: { ...plan.training.lineage, steps } } },
      example,
      new Set(courses.flatMap((course) => course.agenda.flatMap((item) => item.material))),
    )
  },
  rollout: (plan, example) => {
    const { phases, bridges, commitments, readiness } = example.involvement
    const levels = new Set(plan.teams.tiers.map((tier) => tier.level))
    const teams = new Set(plan.teams.tiers.map((tier) => tier.team))
    const keys = new Set(phases.map((phase) => phase.key))
    return {
      ...plan,
      training: {
        ...plan.training,
        courses: plan.training.courses.map((course) =>
          course.planned && !keys.has(course.planned.beforePhase) ? { ...course, planned: null } : course,
        ),
      },
      involvement: {
        ...plan.involvement,
        phases,
        bridges: bridges.map((bridge) => ({
          ...bridge,
          host: bridge.host !== null && teams.has(bridge.host) ? bridge.host : null,
          scribe: bridge.scribe !== null && teams.has(bridge.scribe) ? bridge.scribe : null,
          quorum: bridge.quorum.filter((one) => levels.has(one.tier)),
        })),
        commitments: commitments.map((one) =>
          teams.has(one.team) ? one : { ...one, team: plan.teams.tiers.at(-1)?.team ?? one.team },
        ),
        readiness: readiness.filter((one) => one.tier === null || levels.has(one.tier)),
      },
    }
  },
  readiness: (plan, example) => {
    const waves = new Set(plan.involvement.phases.flatMap((phase) => phase.waves.map((wave) => wave.key)))
    const levels = new Set(plan.teams.tiers.map((tier) => tier.level))
    const readiness = example.involvement.readiness
      .filter((one) => one.tier === null || levels.has(one.tier))
      .map((one) => {
        const known = one.waves.filter((wave) => waves.has(wave))
        return { ...one, waves: known.length > 0 ? known : [...waves] }
      })
    return { ...plan, involvement: { ...plan.involvement, readiness } }
  },
  resources: (plan, example) =>
    withResources(plan, example, new Set(example.involvement.resources.map((one) => one.key))),
}

/** Adds the example's resources of these keys that the plan does not have. */
function withResources(plan: SupportPlan, example: SupportPlan, keys: ReadonlySet<string>): SupportPlan {
  const { resources } = plan.involvement
  const missing = example.involvement.resources.filter(
    (one) => keys.has(one.key) && !resources.some((own) => own.key === one.key),
  )
  return { ...plan, involvement: { ...plan.involvement, resources: [...resources, ...missing] } }
}
