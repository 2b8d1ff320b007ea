import { describe, expect, test } from 'vitest'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { evidenceAsked } from '#features/tickets/domain/evidence.ts'
import { chanceFrom } from '../../../simulators/microsoft-graph/chance.ts'
import { finding } from './findings.ts'
import { troubles } from './troubles.ts'

const plan = starterPlan({ startDay: '2026-10-12', owner: 'Uitrolteam' })
const handovers = [
  [1, 2],
  [2, 3],
  [3, 4],
] as const

const device = {
  ...{ id: null, model: 'iPhone 16', serial: 'H2W-123456', version: '26.1', twin: null },
  old: [
    { id: 'a', model: 'iPhone 14' },
    { id: 'b', model: 'iPhone 12' },
  ],
}

describe('what agents of the demo write down', () => {
  test.each(troubles)('answers each question about “$subject.en” with something of its own', (trouble) => {
    const said = handovers.flatMap(([from, to]) =>
      evidenceAsked(plan, trouble, from, to)
        .filter((item) => item.required && item.kind === 'text')
        .map((item) =>
          finding(item, {
            trouble,
            chance: chanceFrom(1),
            at: '2026-11-20T09:00:00.000Z',
            account: 'ada@contoso.example',
            device,
          }),
        ),
    )
    expect(said.length).toBeGreaterThan(3)
    expect(new Set(said).size).toBe(said.length)
  })

  test('chooses one of the choices there are', () => {
    for (const trouble of troubles)
      for (const [from, to] of handovers)
        for (const item of evidenceAsked(plan, trouble, from, to).filter(({ kind }) => kind === 'choice'))
          expect(item.options.map(({ key }) => key)).toContain(
            finding(item, { trouble, chance: chanceFrom(1), at: '', account: '', device }),
          )
  })
})
