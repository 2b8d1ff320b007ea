import { feedingPace, type Model, type TierModel } from '../engine/model.ts'
import { type Tally, tierFigure } from '../engine/tally.ts'

// What a replication drew, less what it draws on average: a true mean of zero, known beforehand. Where arrivals are constant and
// tickets are passed on by chance, most of what one run's waiting differs from another's comes from these, so that `band` can take it
// out. The surpluses are martingales of the squared backlog (Henderson and Glynn, 2002): work that comes upon a long queue counts for
// more. With one agent they explain the mean wait but for the ends of the window; that is the formula of Pollaczek and Khinchine.

/** As many as `controlsOf` gives, the most telling first. */
export const controlCount = 4

/** The controls of a tier. Zero where the true mean is not known: then they tell nothing and are left out. */
export function controlsOf(model: Model, measured: Tally, tier: number): readonly number[] {
  const { work } = model.tiers[tier] as TierModel
  const of = (figure: Parameters<typeof tierFigure>[2]) => tierFigure(measured, tier, figure)
  if (model.causes || of('visits') === 0) return Array.from({ length: controlCount }, () => 0)
  const minutes = model.window.to - model.window.from
  const known = knownArrivals(model, measured, tier)
  const usual = ({ perMinute, backlogMinutes, counted }: KnownArrivals) =>
    perMinute * (2 * work.mean * backlogMinutes + work.square * counted)
  const coming = known ? of('surplusOfComing') - usual(known) : of('surplusOfPassing')
  return [
    (of('surplusOfWork') + coming) / minutes,
    known ? (of('visits') - known.perMinute * known.counted) / minutes : 0,
    of('arrivedMinutes') / of('visits') - work.mean,
    tier === model.entry ? 0 : of('surplusOfWork') / minutes,
  ]
}

/** At which pace tickets came at every moment: `perMinute`, for each minute (of a busy agent below) that was counted. */
type KnownArrivals = { readonly perMinute: number; readonly backlogMinutes: number; readonly counted: number }

function knownArrivals(model: Model, measured: Tally, tier: number): KnownArrivals | null {
  const { arrivals, window, entry } = model
  if (tier === entry) {
    if (arrivals.perMinute.length !== 1) return null
    const perMinute = arrivals.perMinute[0] as number
    return {
      perMinute,
      backlogMinutes: tierFigure(measured, tier, 'backlogMinutes'),
      counted: window.to - window.from,
    }
  }
  const pace = feedingPace(model, tier)
  if (pace === null) return null
  const backlogMinutes = tierFigure(measured, tier, 'fedBacklogMinutes')
  return { perMinute: pace, backlogMinutes, counted: tierFigure(measured, tier - 1, 'busyMinutes') }
}
