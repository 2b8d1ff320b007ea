import type { Model } from '../engine/model.ts'
import { inSeries, inWhole, seriesFigures } from '../engine/tally.ts'
import { isIdle, type Played, periodWidth } from './play.ts'

/** Share of replications in which, in a period, every tier takes up and the desk resolves as many in time as the goal asks. */
export function shareThatHolds(model: Model, played: Played, period: number, goal: number): number {
  return shareOf(played, model, period, (row) => {
    const whole = model.tiers.length * seriesFigures.length
    return (
      model.tiers.every((_, tier) => tierHolds(row, tier, goal)) &&
      meets(row[whole + inWhole.resolvedInTime], row[whole + inWhole.resolved], goal)
    )
  })
}

/** The same for what one tier takes up. */
export function shareTierHolds(model: Model, played: Played, period: number, tier: number, goal: number): number {
  return shareOf(played, model, period, (row) => tierHolds(row, tier, goal))
}

function shareOf(played: Played, model: Model, period: number, holds: (row: Float64Array) => boolean): number {
  const width = periodWidth(model.tiers.length)
  const good = played.periods.filter((row) => holds(row.subarray(period * width, (period + 1) * width)))
  return played.periods.length === 0 ? 0 : good.length / played.periods.length
}

function tierHolds(row: Float64Array, tier: number, goal: number): boolean {
  const at = tier * seriesFigures.length
  const [came = 0, begun = 0] = [row[at + inSeries.visits], row[at + inSeries.begun]]
  if (isIdle(came, begun)) return false
  return meets(row[at + inSeries.acknowledgedInTime], row[at + inSeries.acknowledged], goal)
}

/** Where nothing came, nothing was missed. */
function meets(part: number | undefined, of: number | undefined, goal: number): boolean {
  return (part ?? 0) >= goal * (of ?? 0)
}
