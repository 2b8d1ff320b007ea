import { describe, expect, it } from 'vitest'
import { defaultAssumptions } from '../assumptions/defaults.ts'
import { atRest, type Levers, pulled } from '../assumptions/levers.ts'
import { outcome, prepare } from '../forecast.ts'
import { answerOf, shortfall } from './answer.ts'
import { play } from './play.ts'
import { starter as plan } from '../testing/starter.ts'

function answer(levers: Partial<Levers>, document = plan) {
  const inputs = pulled({ plan: document, assumptions: defaultAssumptions(document) }, { ...atRest, ...levers })
  const prepared = prepare(inputs.plan, inputs.assumptions, '2027-01-01')
  return answerOf(outcome(prepared, play(prepared.model, prepared.score, 1, 0, 20), 1))
}

describe('the answer', () => {
  it('is that all waves hold, when they do', () => {
    expect(answer({ people: { 1: 20, 2: 20, 3: 20 } })).toEqual({ code: 'holds', waves: 4 })
  })

  it('names the tier that nobody is in, from the first days on', () => {
    expect(answer({ people: { 1: -100 } })).toMatchObject({
      code: 'tier-breaks',
      light: 'red',
      tier: 1,
      years: 10,
    })
  })

  it('names the tier that is short of people, and a day in the rollout', () => {
    const said = answer({ people: { 1: 40, 3: 40 }, rate: 2, availability: 0.05 })
    expect(said).toMatchObject({ code: 'tier-breaks', tier: 2 })
    expect(said.code === 'tier-breaks' && said.day > '2027-01-04' && said.day < '2027-12-31').toBe(true)
  })

  it('is about no wave in a plan without waves', () => {
    const involvement = {
      ...plan.involvement,
      phases: plan.involvement.phases.map((one) => ({ ...one, waves: [] })),
    }
    expect(answer({}, { ...plan, involvement })).toEqual({ code: 'no-waves' })
  })
})

describe('what is short', () => {
  const wave = (people: number | null) => ({ wave: 'wave', people })
  it.each([
    ['nothing where the plan has enough for its hardest wave', [2, 5, 3], 5, []],
    ['what the hardest wave takes beyond what there is', [2, 5, 3], 4, [{ tier: 2, more: 1 }]],
    ['more than anybody would hire', [2, null], 4, [{ tier: 2, more: null }]],
  ])('is %s', (_, people, have, short) => {
    expect(shortfall([{ tier: 2, have, waves: people.map(wave) }])).toEqual(short)
  })
})
