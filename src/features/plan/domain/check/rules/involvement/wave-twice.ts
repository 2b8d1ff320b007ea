import { each, type Rule, spot } from '../../rule.ts'

/** Readiness and tickets name waves by their key, across phases. */
export const rule: Rule = {
  code: 'wave-twice',
  severity: 'error',
  find: ({ involvement: { phases } }) =>
    each(phases, ['involvement', 'phases'], ({ waves }, place, index) => {
      const earlier = new Set(phases.slice(0, index).flatMap((other) => other.waves.map((wave) => wave.key)))
      return each(waves, [...place, 'waves'], ({ key }, at) =>
        earlier.has(key) ? [spot([...at, 'key'], { key })] : [],
      )
    }),
}
