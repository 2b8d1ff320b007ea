import { each, type Rule, spot } from '../../rule.ts'

/** Of its meetings so far, more went without the quorum than with it. Known on a running desk only. */
export const rule: Rule = {
  code: 'bridge-seldom-quorate',
  severity: 'warning',
  find: ({ involvement }, facts) =>
    facts === null
      ? []
      : each(involvement.bridges, ['involvement', 'bridges'], ({ key, name }, place) => {
          const { held, quorate } = facts.meetings[key] ?? { held: 0, quorate: 0 }
          return held >= 3 && quorate * 2 < held ? [spot([...place, 'quorum'], { name, held, quorate })] : []
        }),
}
