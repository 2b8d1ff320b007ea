import type { Edge } from '#features/plan/domain/document/process.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Tier } from '#features/plan/domain/document/teams.ts'
import { priorities } from '#features/plan/domain/values.ts'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { teamOfTier } from './cast.ts'

export type PlanChoices = {
  readonly tiers?: 1 | 2 | 3 | 4
  readonly wayDown?: SupportPlan['process']['wayDown']
  readonly fastLane?: boolean
  readonly knownIssueRequired?: boolean
  readonly vendor?: boolean
}

const made = new Map<string, SupportPlan>()

/** The starter plan, with as many tiers as a test wants. The vendor comes after the last. The same choices give the same plan. */
export function testPlan(choices: PlanChoices = {}): SupportPlan {
  const key = JSON.stringify(choices)
  const plan = made.get(key) ?? makePlan(choices)
  made.set(key, plan)
  return plan
}

function makePlan(choices: PlanChoices): SupportPlan {
  const { tiers = 3, wayDown = 'together', fastLane = true, knownIssueRequired = true, vendor = true } = choices
  const base = starterPlan({ startDay: '2026-11-02', owner: 'MDM team' })
  const levels = [1, 2, 3, 4].slice(0, tiers)
  const edges = vendor ? levels : levels.slice(0, -1)
  return {
    ...base,
    teams: {
      ...base.teams,
      tiers: levels.map((level) => tierLike(base, level)),
      vendor: vendor && base.teams.vendor ? vendorAfter(base.teams.vendor, tiers) : null,
    },
    process: {
      ...base.process,
      edges: edges.map(
        (from): Edge => ({
          from,
          to: from + 1,
          evidence: base.process.edges[Math.min(from, 3) - 1]?.evidence ?? [],
        }),
      ),
      fastLanes: fastLane && tiers >= 3 ? [{ priority: 1, from: 1, to: 3 }] : [],
      wayDown,
      knownIssueRequired,
    },
  }
}

const others = new WeakMap<SupportPlan, SupportPlan>()

/** Another version of a test plan, and back: other targets, hours, pauses, priorities, way down and evidence. */
export function otherVersion(plan: SupportPlan): SupportPlan {
  const known = others.get(plan)
  if (known) return known
  const other = structuredClone(plan)
  for (const hours of other.teams.supportHours) {
    for (const opening of hours.weekly) opening.to = '20:00'
    hours.weekly.push({ day: 6, from: '09:00', to: '13:00' })
  }
  for (const tier of other.teams.tiers) {
    for (const priority of priorities) {
      tier.targets[priority].workMinutes = Math.ceil(tier.targets[priority].workMinutes / 3)
      tier.targets[priority].acknowledgeMinutes *= 2
    }
  }
  for (const priority of priorities) other.process.targets[priority].resolveMinutes -= 120
  other.process.priorityMatrix.medium = { high: 1, medium: 1, low: 2 }
  other.process.pauses = { ...other.process.pauses, requester: { tier: false, overall: true } }
  other.process.wayDown = plan.process.wayDown === 'together' ? 'step-by-step' : 'together'
  for (const edge of other.process.edges) {
    const [item] = edge.evidence
    if (item) edge.evidence.push({ ...item, key: 'serial-number', appliesTo: { categories: [], platforms: [] } })
  }
  others.set(plan, other)
  others.set(other, plan)
  return other
}

function tierLike(base: SupportPlan, level: number): Tier {
  const model = base.teams.tiers[Math.min(level, 3) - 1]
  const team = teamOfTier[level]
  if (!model || !team) throw new Error(`No model for tier ${level}`)
  return { ...model, level, team }
}

function vendorAfter(vendor: NonNullable<SupportPlan['teams']['vendor']>, tiers: number) {
  return { ...vendor, level: tiers + 1, openers: [teamOfTier[tiers] ?? ''] }
}
