import type { Readiness as Asked, Wave } from '#features/plan/domain/document/involvement.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Health } from '#features/tenant/domain/checks.ts'
import type { TierCover } from './cover.ts'
import {
  type Figure,
  type FigureName,
  type Readiness,
  type Remark,
  stateOf,
  summed,
  type UnknownReason,
} from './figure.ts'

/** What the tickets of the wave before say. */
export type PreviousWave = {
  readonly key: string
  readonly opened: number
  readonly open: number
  readonly oldUnknownCause: number
  readonly diagnosed: number
  readonly solvedAtContact: number
  readonly judged: number
  readonly inTime: number
  readonly rated: number
  readonly satisfaction: number | null
}

/** All that is known when a wave's readiness is told. */
export type ReadinessFacts = {
  readonly previous: PreviousWave | null
  /** By level. */
  readonly tiers: ReadonlyMap<
    number,
    { readonly certified: number; readonly cover: TierCover; readonly team: string }
  >
  readonly commitments: {
    readonly met: number
    readonly of: number
    readonly percent: number | null
    readonly lacking: readonly {
      readonly what: { readonly nl: string; readonly en: string }
      readonly due: string
    }[]
  }
  /** Share of tickets that the forecast says will be resolved in time in this wave, and the years of ten in which its goal is met. */
  readonly forecast: { readonly attainment: number; readonly holds: number; readonly goal: number } | null
  readonly mail: 'works' | 'fails-in' | 'fails-out' | 'none'
  /** How the connection with Intune is doing, by its own check. */
  readonly connector: Health
}

/** The figures of one wave: those that the plan asks for, then those that are always looked at, unless the plan asks for them too. */
export function readinessOf(plan: SupportPlan, wave: Wave, facts: ReadinessFacts): Readiness {
  const asked = plan.involvement.readiness.filter(({ waves }) => waves.includes(wave.key))
  const planned = asked.map((one) => figureOf(one, 'plan', facts))
  const isAsked = (figure: FigureName, tier: number | null) =>
    asked.some((one) => one.figure === figure && (one.tier === tier || tier === null))
  const always = alwaysAsked(plan, facts).filter(({ figure, tier }) => !isAsked(figure, tier))
  return summed([...planned, ...always.map((one) => figureOf(one, 'always', facts))])
}

type AskedFor = Pick<Asked, 'tier' | 'comparison' | 'threshold'> & { readonly figure: FigureName }

/** What no wave should begin without, whatever the plan says. */
function alwaysAsked(plan: SupportPlan, { previous, forecast }: ReadinessFacts): readonly AskedFor[] {
  const levels = plan.teams.tiers.map(({ level }) => level).toSorted((one, other) => one - other)
  const atLeast = (figure: FigureName, threshold: number, tier: number | null = null): AskedFor => ({
    figure,
    tier,
    comparison: 'at-least',
    threshold,
  })
  return [
    ...levels.map((level) => atLeast('certified-agents', 1, level)),
    ...levels.map((level) => atLeast('shifts-covered', 100, level)),
    atLeast('forecast-attainment', Math.round((forecast?.goal ?? 0.9) * 100)),
    atLeast('commitments-met', 100),
    // Nothing came before the first wave: there is nothing to look back on.
    ...(previous
      ? [
          { figure: 'old-unknown-causes', tier: null, comparison: 'at-most', threshold: 0 } as const,
          atLeast('satisfaction', 3.5),
        ]
      : []),
    atLeast('mail-works', 1),
    atLeast('connector-works', 1),
  ]
}

type Told = {
  readonly value: number | null
  readonly why?: UnknownReason
  readonly remarks?: readonly Remark[]
  readonly mend?: string
}

function figureOf(
  { figure, tier, comparison, threshold }: AskedFor,
  askedBy: Figure['askedBy'],
  facts: ReadinessFacts,
): Figure {
  const { value, why = null, remarks = [], mend = null } = told(figure, tier, facts)
  const state = stateOf({ value, comparison, needed: threshold })
  return { figure, tier, value, comparison, needed: threshold, askedBy, state, why, remarks, mend }
}

const shownRemarks = 5

function told(figure: FigureName, tier: number | null, facts: ReadinessFacts): Told {
  switch (figure) {
    case 'certified-agents':
      return certified(tier, facts)
    case 'support-cover':
    case 'shifts-covered':
      return covered(tier, facts)
    case 'forecast-attainment': {
      const { forecast } = facts
      if (!forecast) return { value: null, why: 'not-played', mend: '/plan/forecast' }
      const years = { code: 'goal-of-years', values: { years: Math.round(forecast.holds * 10) } } as const
      return { value: percent(forecast.attainment), remarks: [years], mend: '/plan/forecast' }
    }
    case 'commitments-met': {
      const { percent: met, lacking } = facts.commitments
      const some = lacking.slice(0, shownRemarks)
      const remarks: Remark[] = some.map(({ what, due }) => ({
        code: 'lacking',
        values: { what, due },
      }))
      if (lacking.length > some.length)
        remarks.push({ code: 'more', values: { count: lacking.length - some.length } })
      const mend = '/rollout/commitments'
      return met === null
        ? { value: null, why: 'nothing-promised', mend }
        : { value: Math.floor(met), remarks, mend }
    }
    case 'mail-works': {
      const { mail } = facts
      const mend = '/mail/mailboxes'
      if (mail === 'none') return { value: null, why: 'no-mailbox', mend }
      if (mail === 'works') return { value: 1 }
      return { value: 0, remarks: [{ code: mail === 'fails-in' ? 'mail-in' : 'mail-out', values: {} }], mend }
    }
    case 'connector-works':
      return connected(facts.connector)
    default:
      return ofPrevious(figure, facts)
  }
}

function connected(health: Health): Told {
  const mend = '/settings/intune'
  switch (health) {
    case 'none':
      return { value: null, why: 'not-connected', mend }
    case 'connecting':
      return { value: null, why: 'not-tried', mend }
    case 'works':
      return { value: 1 }
    case 'partly':
      return { value: 1, remarks: [{ code: 'connector-partly', values: {} }], mend }
    case 'fails':
    case 'secret-missing':
      return { value: 0, remarks: [{ code: 'connector-fails', values: {} }], mend }
  }
}

function tiersOf(tier: number | null, { tiers }: ReadinessFacts) {
  return [...tiers].filter(([level]) => tier === null || level === tier).map(([, one]) => one)
}

function certified(tier: number | null, facts: ReadinessFacts): Told {
  const people = tiersOf(tier, facts).reduce((sum, one) => sum + one.certified, 0)
  return { value: people, mend: '/training' }
}

/** Percent of shifts with somebody certified from beginning to end. */
function covered(tier: number | null, facts: ReadinessFacts): Told {
  const covers = tiersOf(tier, facts).map(({ cover }) => cover)
  const shifts = covers.reduce((sum, { shifts: own }) => sum + own, 0)
  if (shifts === 0) return { value: null, why: 'no-hours', mend: '/plan' }
  const gaps = covers.flatMap((cover) => cover.gaps).toSorted((one, other) => (one.from < other.from ? -1 : 1))
  const remarks: Remark[] = gaps
    .slice(0, shownRemarks)
    .map(({ from, to }) => ({ code: 'gap', values: { from, to } }))
  if (gaps.length > shownRemarks) remarks.push({ code: 'more', values: { count: gaps.length - shownRemarks } })
  const there = covers.reduce((sum, cover) => sum + cover.covered, 0)
  // Rounded down: 100 means that there is no gap.
  return { value: Math.floor((100 * there) / shifts), remarks, mend: '/teams' }
}

/** What is measured while a wave runs. */
function ofPrevious(figure: FigureName, { previous }: ReadinessFacts): Told {
  if (!previous) return { value: null, why: 'first-wave' }
  const mend = `/rollout/waves/${previous.key}`
  const share = (part: number, of: number, why: UnknownReason): Told =>
    of === 0
      ? { value: null, why, mend }
      : { value: percent(part / of), remarks: [{ code: 'of-tickets', values: { count: of } }], mend }
  switch (figure) {
    case 'open-tickets-previous-wave':
      return { value: previous.open, mend }
    case 'old-unknown-causes':
      return { value: previous.oldUnknownCause, mend }
    case 'solved-at-tier-1':
      return share(previous.solvedAtContact, previous.diagnosed, 'none-diagnosed')
    case 'target-attainment':
      return share(previous.inTime, previous.judged, 'none-judged')
    case 'satisfaction': {
      const { satisfaction, rated } = previous
      if (satisfaction === null) return { value: null, why: 'none-rated', mend }
      const value = Math.round(satisfaction * 10) / 10
      return { value, remarks: [{ code: 'rated-by', values: { count: rated } }], mend }
    }
    default:
      return { value: null, why: 'no-tickets', mend }
  }
}

/** Rounded down: what is nearly enough is not enough. */
function percent(share: number): number {
  return Math.floor(share * 100 + 1e-9)
}
