import type { Bridge, Commitment, Phase, Readiness, Wave } from '../../document/involvement.ts'
import type { Category, Edge, EvidenceItem } from '../../document/process.ts'
import type { SupportPlan } from '../../document/support-plan.ts'
import type { SupportHours, Tier, VendorTier } from '../../document/teams.ts'
import type { Course } from '../../document/training.ts'
import { starterPlan } from '../../starter/starter-plan.ts'
import { type DeskFacts, nothingLearnt } from '../desk-facts.ts'

/** A starter plan of its own for each call; the pilot begins on Monday 30 November 2026. */
export function aPlan(): SupportPlan {
  return structuredClone(starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' }))
}

type Writable<T> = T extends object ? { -readonly [Key in keyof T]: Writable<T[Key]> } : T

const writable = <T>(value: T) => structuredClone(value) as Writable<T>

/** A desk on which the starter plan lacks nothing. */
export function aDesk(): Writable<DeskFacts> {
  const teams = ['servicedesk', 'support-specialists', 'mdm-team']
  const person = (tier: number, leads: readonly string[]) => {
    const team = teams[tier - 1] ?? ''
    return { tier, teams: [team], leads: [...leads], until: null, byOverride: false }
  }
  return {
    today: '2026-11-23',
    teams: {
      servicedesk: { members: 5, leads: 1 },
      'support-specialists': { members: 4, leads: 1 },
      'mdm-team': { members: 3, leads: 1 },
    },
    certified: teams.flatMap((team, index) => [
      person(index + 1, [team]),
      person(index + 1, []),
      person(index + 1, []),
    ]),
    roles: {
      agent: 12,
      lead: 3,
      'plan-owner': 1,
      'rollout-manager': 1,
      administrator: 1,
      requester: 1200,
      auditor: 0,
    },
    links: {},
    ...writable(nothingLearnt),
  }
}

/** The nth of a list that the starter plan certainly has. */
export function nth<T>(list: readonly T[], index: number): T {
  const one = list[index]
  if (one === undefined) throw new Error(`No entry ${index}`)
  return one
}

const keyed = <T extends { readonly key: string }>(list: readonly T[], key: string): T =>
  nth(
    list.filter((one) => one.key === key),
    0,
  )

export const tier = (plan: SupportPlan, level: number): Tier => nth(plan.teams.tiers, level - 1)
export const hours = (plan: SupportPlan, key: string): SupportHours => keyed(plan.teams.supportHours, key)
export const vendor = (plan: SupportPlan): VendorTier =>
  nth(
    [plan.teams.vendor].filter((one) => one !== null),
    0,
  )
export const edge = (plan: SupportPlan, from: number): Edge =>
  nth(
    plan.process.edges.filter((one) => one.from === from),
    0,
  )
export const evidence = (plan: SupportPlan, from: number, key: string): EvidenceItem =>
  keyed(edge(plan, from).evidence, key)
export const category = (plan: SupportPlan, key: string): Category => keyed(plan.process.categories, key)
export const course = (plan: SupportPlan, key: string): Course => keyed(plan.training.courses, key)
export const phase = (plan: SupportPlan, key: string): Phase => keyed(plan.involvement.phases, key)
export const wave = (plan: SupportPlan, key: string): Wave =>
  keyed(
    plan.involvement.phases.flatMap((one) => one.waves),
    key,
  )
export const bridge = (plan: SupportPlan): Bridge => nth(plan.involvement.bridges, 0)
export const commitment = (plan: SupportPlan, key: string): Commitment => keyed(plan.involvement.commitments, key)
export const readiness = (plan: SupportPlan, figure: Readiness['figure']): Readiness =>
  nth(
    plan.involvement.readiness.filter((one) => one.figure === figure),
    0,
  )

/** Support hours of their own for one tier, changed from the office hours. */
export function ownHours(plan: SupportPlan, level: number, change: (own: SupportHours) => void): void {
  const key = `hours-of-tier-${level}`
  const own = { ...structuredClone(hours(plan, 'office-hours')), key }
  change(own)
  plan.teams.supportHours.push(own)
  tier(plan, level).supportHours = key
}
