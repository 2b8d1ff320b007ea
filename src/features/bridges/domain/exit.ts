import type { Instant } from '#features/people/domain/instant.ts'
import type { Bridge } from '#features/plan/domain/document/involvement.ts'

export type ExitCriterion = Bridge['exitWhen'][number]
export type ExitFigure = ExitCriterion['figure']

/** What happened to tickets that the figures are made of. */
export type ExitFacts = {
  readonly contactTier: number
  /** Each time that a cause was found. `brought`: on a bridge since; `cleared`: found while a bridge met that had it on its agenda. */
  readonly diagnoses: readonly {
    readonly ticketId: string
    readonly at: Instant
    readonly tier: number
    readonly cleared: boolean
    /** Support hours from being brought to the bridge to the cause; null for a ticket that was not brought. */
    readonly hoursFromBridge: number | null
  }[]
  /** Tickets that were solved, and whether the time to solve them was kept. */
  readonly resolved: readonly { readonly at: Instant; readonly inTime: boolean }[]
  readonly openOnBridge: number
}

export type ExitJudgement = ExitCriterion & {
  /** Null: nothing to measure it by yet. */
  readonly value: number | null
  readonly holds: boolean
}

/** Each criterion of a bridge as it stands. What cannot be measured yet does not hold. */
export function judgeExit(
  criteria: readonly ExitCriterion[],
  facts: ExitFacts,
  now: Instant,
): readonly ExitJudgement[] {
  return criteria.map((criterion) => {
    const value = figureValue(criterion.figure, facts, daysBefore(now, criterion.days), now)
    const { comparison, threshold } = criterion
    const holds = value !== null && (comparison === 'at-least' ? value >= threshold : value <= threshold)
    return { ...criterion, value, holds }
  })
}

/** A figure over a period, in the unit that the plan uses: percent, hours, or a number. */
export function figureValue(figure: ExitFigure, facts: ExitFacts, from: Instant, to: Instant): number | null {
  const within = ({ at }: { readonly at: Instant }) => at > from && at <= to
  const last = [...new Map(facts.diagnoses.filter(within).map((one) => [one.ticketId, one])).values()]
  switch (figure) {
    case 'solved-at-tier-1':
      return share(last, ({ tier }) => tier === facts.contactTier)
    case 'cleared-on-bridge':
      return share(
        last.filter(({ hoursFromBridge }) => hoursFromBridge !== null),
        ({ cleared }) => cleared,
      )
    case 'hours-to-cause':
      return median(last.flatMap(({ hoursFromBridge }) => hoursFromBridge ?? []))
    case 'open-on-bridge':
      return facts.openOnBridge
    case 'target-attainment':
      return share(facts.resolved.filter(within), ({ inTime }) => inTime)
  }
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number | null {
  return items.length === 0 ? null : rounded((items.filter(holds).length / items.length) * 100)
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return low === undefined || high === undefined ? null : rounded((low + high) / 2)
}

const rounded = (value: number) => Math.round(value * 10) / 10

function daysBefore(at: Instant, days: number): Instant {
  return new Date(Date.parse(at) - days * 86_400_000).toISOString()
}
