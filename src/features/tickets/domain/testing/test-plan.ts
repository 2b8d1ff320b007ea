import type { Edge } from '#features/plan/domain/document/process.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Tier } from '#features/plan/domain/document/teams.ts'
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

function tierLike(base: SupportPlan, level: number): Tier {
  const model = base.teams.tiers[Math.min(level, 3) - 1]
  const team = teamOfTier[level]
  if (!model || !team) throw new Error(`No model for tier ${level}`)
  return { ...model, level, team }
}

function vendorAfter(vendor: NonNullable<SupportPlan['teams']['vendor']>, tiers: number) {
  return { ...vendor, level: tiers + 1, openers: [teamOfTier[tiers] ?? ''] }
}
