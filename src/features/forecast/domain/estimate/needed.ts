import type { Inputs } from '../assumptions/levers.ts'
import { peopleIn, withPeople } from '../assumptions/levers.ts'
import { type Prepared, prepare } from '../forecast.ts'
import { shareTierHolds } from './holds.ts'
import { play, together } from './play.ts'

/** How many people a tier needs in each wave, in the order of the waves; null: more than anybody would hire. */
export type NeededInTier = {
  readonly tier: number
  readonly have: number
  readonly waves: readonly { readonly wave: string; readonly people: number | null }[]
}

const replications = 30
const atOnce = 5
const most = 1000
const nineOfTen = 0.9

/**
 * The smallest number of people with whom a tier takes up the goal's share of its tickets in time in nine of ten possible years, wave
 * by wave, while nobody waits for the other tiers. Yields between short plays, saying how much of the search is done.
 */
export function* neededInTier(inputs: Inputs, today: string, level: number): Generator<number, NeededInTier> {
  const ample = othersAmple(untilRolloutEnds(inputs, today), level)
  const have = peopleIn(inputs, String(level))
  const bounds = prepare(inputs.plan, inputs.assumptions, today).waves.map(({ key }) => bound(key))
  let asked = have
  while (asked > 0 || bounds.some(isOpen)) {
    const people = Math.min(most, Math.max(1, asked || next(bounds)))
    asked = 0
    const holds = yield* holdsWith(withPeople(ample, String(level), people), today, level, () => doneShare(bounds))
    for (const [index, one] of bounds.entries()) {
      if (holds[index]) one.enough = Math.min(one.enough, people)
      else one.tooFew = Math.max(one.tooFew, people)
    }
  }
  return {
    tier: level,
    have,
    waves: bounds.map(({ wave, enough }) => ({ wave, people: enough === Infinity ? null : enough })),
  }
}

type Bound = { readonly wave: string; tooFew: number; enough: number }
const bound = (wave: string): Bound => ({ wave, tooFew: 0, enough: Infinity })
/** Chance may say of more people that they are too few: then the search is over too. */
const isOpen = ({ tooFew, enough }: Bound) => enough - tooFew > 1 && tooFew < most

/** Doubles while too few are known only, then halves what is between. */
function next(bounds: readonly Bound[]): number {
  const { tooFew, enough } = bounds.find(isOpen) as Bound
  return enough === Infinity ? Math.max(1, tooFew * 2) : Math.floor((tooFew + enough) / 2)
}

function doneShare(bounds: readonly Bound[]): number {
  const left = bounds.map(({ tooFew, enough }) => Math.log2(Math.max(1, Math.min(enough, most) - tooFew)))
  return 1 - Math.max(...left) / Math.log2(most)
}

function* holdsWith(
  { plan, assumptions }: Inputs,
  today: string,
  level: number,
  done: () => number,
): Generator<number, readonly boolean[]> {
  const prepared: Prepared = prepare(plan, assumptions, today)
  const { model, score, weeks, waves } = prepared
  const parts = []
  for (let first = 0; first < replications; first += atOnce) {
    parts.push(play(model, score, assumptions.seed, first, Math.min(replications, first + atOnce)))
    yield done()
  }
  const played = together(parts)
  const tier = model.tiers.findIndex((one) => one.level === level)
  return waves.map(
    (_, index) => shareTierHolds(model, played, 1 + weeks.length + index, tier, score.goal) >= nineOfTen,
  )
}

/** What comes after the last wave says nothing about it. */
function untilRolloutEnds(inputs: Inputs, today: string): Inputs {
  const { waves } = prepare(inputs.plan, inputs.assumptions, today)
  const days = Math.max(1, ...waves.map(({ to }) => to))
  return {
    plan: inputs.plan,
    assumptions: { ...inputs.assumptions, horizon: { hours: days * 24, warmUpHours: 0 } },
  }
}

function othersAmple(inputs: Inputs, level: number): Inputs {
  return inputs.plan.teams.tiers.reduce(
    (before, tier) => (tier.level === level ? before : withPeople(before, String(tier.level), 10 * most)),
    inputs,
  )
}
