import { each, type Rule, spot } from '../../rule.ts'

/** People have to train again by a day in the middle of a wave, when there is least time for it. Known on a running desk only. */
export const rule: Rule = {
  code: 'retraining-in-wave',
  severity: 'warning',
  find: ({ involvement }, facts) =>
    facts === null
      ? []
      : each(involvement.phases, ['involvement', 'phases'], ({ waves }, place) =>
          each(waves, [...place, 'waves'], ({ name, starts, ends }, at) =>
            facts.retraining
              .filter(({ due, people }) => people > 0 && due > facts.today && due >= starts && due <= ends)
              .map(({ tier, people, due }) => spot(at, { name, tier, people, due })),
          ),
        ),
}
