import { withoutEntry } from '../../change.ts'
import { each, type Rule, strangers } from '../../rule.ts'

export const rule: Rule = {
  code: 'wave-unknown',
  severity: 'error',
  find: ({ involvement: { phases, readiness } }) => {
    const known = new Set(phases.flatMap((phase) => phase.waves.map((wave) => wave.key)))
    return each(readiness, ['involvement', 'readiness'], ({ waves }, place) =>
      strangers(waves, known, [...place, 'waves']),
    )
  },
  mend: (plan, { place }) => withoutEntry(plan, place),
}
