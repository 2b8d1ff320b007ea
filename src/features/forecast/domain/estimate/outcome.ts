import type { Model } from '../engine/model.ts'
import { inSeries, inWhole, seriesFigures } from '../engine/tally.ts'
import { type Band, band, within } from './band.ts'
import { type Period, type Played, periodWidth } from './play.ts'
import { type Range, range } from './ranges.ts'

/** How a tier fares in a period, over all replications. Minutes are of its support hours. */
export type TierOutcome = {
  readonly tier: number
  /** Work that came in, as a share of the time that agents were there: above 1 the queue grows. */
  readonly load: Range
  readonly waitMinutes: Range
  readonly timeInTierMinutes: Range
  /** Tickets that wait, at the end of a day on average. */
  readonly waiting: Range
  /** Share of all causes found that were found in this tier. */
  readonly solvedShare: Range
  readonly acknowledge: Range
  readonly work: Range
  readonly takeNote: Range
}

export type PeriodOutcome = {
  readonly opened: Range
  /** Share of tickets resolved, and of requesters contacted, within the overall targets. */
  readonly resolve: Range
  readonly contact: Range
  readonly tiers: readonly TierOutcome[]
}

/** The figures of one period. */
export function periodOutcome(model: Model, played: Played, period: Period, index: number): PeriodOutcome {
  const width = periodWidth(model.tiers.length)
  const rows = played.periods.map((row) => row.subarray(index * width, (index + 1) * width))
  const whole = model.tiers.length * seriesFigures.length
  const share = (part: number, of: number) => range(rows.map((row) => ratio(row[part], row[of])))
  const solved = rows.map((row) =>
    model.tiers.reduce((sum, _, tier) => sum + (row[tier * seriesFigures.length + inSeries.solved] as number), 0),
  )
  return {
    opened: range(rows.map((row) => row[whole + inWhole.opened] as number)),
    resolve: share(whole + inWhole.resolvedInTime, whole + inWhole.resolved),
    contact: share(whole + inWhole.contactedInTime, whole + inWhole.contacted),
    tiers: model.tiers.map(({ level }, tier) => {
      const at = (figure: number) => tier * seriesFigures.length + figure
      const agents = agentMinutes(model, tier, period)
      return {
        tier: level,
        load: range(rows.map((row) => ratio(row[at(inSeries.arrivedMinutes)], agents))),
        waitMinutes: share(at(inSeries.waitMinutes), at(inSeries.begun)),
        timeInTierMinutes: share(at(inSeries.stayMinutes), at(inSeries.stays)),
        waiting: range(rows.map((row) => (row[at(inSeries.waitingAtEnd)] as number) / (period.to - period.from))),
        solvedShare: range(rows.map((row, year) => ratio(row[at(inSeries.solved)], solved[year]))),
        acknowledge: share(at(inSeries.acknowledgedInTime), at(inSeries.acknowledged)),
        work: share(at(inSeries.workedInTime), at(inSeries.worked)),
        takeNote: share(at(inSeries.notedInTime), at(inSeries.noted)),
      }
    }),
  }
}

/** Minutes that agents of a tier are there for tickets in a period. */
export function agentMinutes({ calendar, window }: Model, tier: number, period: Period): number {
  const [from, to] = [period.from * window.stretch, period.to * window.stretch]
  let sum = 0
  let since = 0
  let agents = 0
  const add = (until: number) => {
    sum += agents * Math.max(0, Math.min(until, to) - Math.max(since, from))
  }
  for (let index = 0; index < calendar.at.length; index += 1) {
    if (calendar.clock[index] !== tier) continue
    add(calendar.at[index] as number)
    since = calendar.at[index] as number
    agents = calendar.agents[index] as number
  }
  add(to)
  return sum
}

export type Attainment = {
  readonly tiers: readonly {
    readonly tier: number
    readonly acknowledge: Band
    readonly work: Band
    readonly takeNote: Band
  }[]
  readonly contact: Band
  readonly resolve: Band
}

/** Attainment per target over one period (the whole window), with the band of its mean. */
export function attainment(model: Model, played: Played, index: number): Attainment {
  const width = periodWidth(model.tiers.length)
  const rows = played.periods.map((row) => row.subarray(index * width, (index + 1) * width))
  const whole = model.tiers.length * seriesFigures.length
  const share = (part: number, of: number) =>
    within(band(rows.map((row) => ratio(row[part], row[of])).filter(Number.isFinite)), 0, 1)
  return {
    tiers: model.tiers.map(({ level }, tier) => {
      const at = (figure: number) => tier * seriesFigures.length + figure
      return {
        tier: level,
        acknowledge: share(at(inSeries.acknowledgedInTime), at(inSeries.acknowledged)),
        work: share(at(inSeries.workedInTime), at(inSeries.worked)),
        takeNote: share(at(inSeries.notedInTime), at(inSeries.noted)),
      }
    }),
    contact: share(whole + inWhole.contactedInTime, whole + inWhole.contacted),
    resolve: share(whole + inWhole.resolvedInTime, whole + inWhole.resolved),
  }
}

function ratio(part: number | undefined, of: number | undefined): number {
  return of === undefined || of === 0 || part === undefined ? Number.NaN : part / of
}
