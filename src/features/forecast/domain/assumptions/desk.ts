import type { DeskFacts } from '#features/plan/domain/check/desk-facts.ts'
import { addDays } from '#features/plan/domain/days.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Tier } from '#features/plan/domain/document/teams.ts'
import type { Headcount } from './assumptions.ts'
import type { Override } from './override.ts'

/** Fewer meetings say too little about who comes. */
const leastMeetings = 4

/** As many as a file of assumptions may have. */
const mostSteps = 400

/**
 * What the desk knows of itself, in the place of what the plan only hopes: who may work in a tier and until when, training that is planned,
 * people who train again, who comes to bridges. What it does not know is left out.
 */
export function deskAssumptions(plan: SupportPlan, facts: DeskFacts): Override {
  const tierOf = new Map(plan.training.courses.map(({ key, tier }) => [key, tier]))
  const planned = facts.trainings.flatMap(({ course, starts, minutes, people }) => {
    const tier = tierOf.get(course)
    return tier === undefined || people === 0 ? [] : [{ tier, starts, minutes, people }]
  })
  const retraining = facts.retraining
    .filter(({ tier, due }) => due > facts.today && plan.teams.tiers.some(({ level }) => level === tier))
    .map(({ tier, people, due }) => ({ tier, people, from: facts.today, until: due }))
  const tiers = plan.teams.tiers.flatMap((tier) => {
    const notCertified = lacking(tier, facts, planned)
    return notCertified ? [[String(tier.level), { notCertified }] as const] : []
  })
  return {
    ...(tiers.length > 0 ? { tiers: Object.fromEntries(tiers) } : {}),
    ...(planned.length > 0 || retraining.length > 0
      ? {
          training: {
            ...(planned.length > 0 ? { planned } : {}),
            ...(retraining.length > 0 ? { retraining } : {}),
          },
        }
      : {}),
    ...bridgesOf(plan, facts),
  }
}

type Planned = { readonly tier: number; readonly starts: string; readonly people: number }

/**
 * How many of the plan's people lack a certification, day by day: it ends on its day, and whoever has a seat is taken to pass. Null while
 * the team has nobody yet: then the plan is all there is to go by.
 */
function lacking({ level, team, capacity }: Tier, facts: DeskFacts, planned: readonly Planned[]) {
  const may = facts.certified.filter((one) => one.tier === level && one.teams.includes(team))
  const coming = planned.filter((one) => one.tier === level)
  const members = facts.teams[team]?.members ?? 0
  if (members === 0) return null
  const days = [
    facts.today,
    ...may.flatMap(({ until }) => (until === null || until <= facts.today ? [] : [until])),
    ...coming.map(({ starts }) => addDays(starts.slice(0, 10), 1)),
  ]
  const steps = [...new Set(days)].toSorted().map((from): Headcount => {
    const left = may.filter(({ until }) => until === null || until > from).length
    const trained = coming.filter(({ starts }) => starts.slice(0, 10) < from)
    const passed = trained.reduce((sum, { people }) => sum + people, 0)
    return { from, people: Math.max(0, capacity.agents - Math.min(members, left + passed)) }
  })
  const told = steps.filter((step, index) => index === 0 || step.people !== steps[index - 1]?.people)
  return told.every(({ people }) => people === 0) ? null : told.slice(0, mostSteps)
}

function bridgesOf({ teams, involvement }: SupportPlan, { bridges }: DeskFacts): Pick<Override, 'bridge'> {
  if (bridges.held < leastMeetings) return {}
  const needed = (level: number) =>
    Math.max(
      0,
      ...involvement.bridges
        .flatMap((one) => one.quorum.filter(({ tier }) => tier === level))
        .map(({ people }) => people),
    )
  const free = teams.tiers.reduce(
    (sum, { level, capacity }) => sum + Math.max(0, capacity.agents - needed(level)),
    0,
  )
  const optional = free > 0 ? Math.min(1, bridges.beyondQuorum / free) : 0
  return {
    bridge: {
      optional: Math.round(optional * 1000) / 1000,
      adHocPerWeek: bridges.adHocPerWeek,
      ...(bridges.adHocMinutes === null ? {} : { adHocMinutes: bridges.adHocMinutes }),
    },
  }
}
