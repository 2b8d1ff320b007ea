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
  const rate = tier === model.entry ? constantRate(model) : null
  const pace = feedingPace(model, tier)
  const expected = expectedVisits(model, tier)
  const upon = (perMinute: number, backlogMinutes: number, counted: number) =>
    of('surplusOfComing') - perMinute * (2 * work.mean * backlogMinutes + work.square * counted)
  const coming =
    rate !== null
      ? upon(rate, of('backlogMinutes'), minutes)
      : pace !== null
        ? upon(pace, of('fedBacklogMinutes'), tierFigure(measured, tier - 1, 'busyMinutes'))
        : of('surplusOfPassing')
  return [
    (of('surplusOfWork') + coming) / minutes,
    expected === null ? 0 : of('visits') / expected - 1,
    of('arrivedMinutes') / of('visits') - work.mean,
    rate === null ? of('surplusOfWork') / minutes : 0,
  ]
}

function constantRate({ arrivals }: Model): number | null {
  return arrivals.perMinute.length === 1 ? (arrivals.perMinute[0] as number) : null
}

/** How many come to a tier in the window on average, where that is known beforehand. */
function expectedVisits(model: Model, tier: number): number | null {
  const { tiers, entry, window, patience, sendBack } = model
  const rate = constantRate(model)
  if (rate === null || tier < entry || (tier > entry && (patience || sendBack > 0))) return null
  const share = tiers.slice(entry, tier).reduce((product, { passOn }) => product * passOn, 1)
  const expected = rate * (window.to - window.from) * share
  return expected > 0 ? expected : null
}
