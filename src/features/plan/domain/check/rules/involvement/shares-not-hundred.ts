import type { Wave } from '../../../document/involvement.ts'
import { valueAt, withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

const sumOf = (wave: Wave) => wave.platforms.reduce((sum, one) => sum + one.percent, 0)

export const rule: Rule = {
  code: 'shares-not-hundred',
  severity: 'error',
  find: ({ involvement }) =>
    each(involvement.phases, ['involvement', 'phases'], ({ waves }, place) =>
      each(waves, [...place, 'waves'], (wave, at) =>
        wave.platforms.length > 0 && Math.abs(sumOf(wave) - 100) > 0.01
          ? [spot([...at, 'platforms'], { sum: Math.round(sumOf(wave) * 100) / 100 })]
          : [],
      ),
    ),
  /** In proportion, the largest share taking what rounding leaves. */
  mend: (plan, { place }) => {
    const wave = valueAt(plan, place.slice(0, -1)) as Wave
    if (!(sumOf(wave) > 0)) return null
    const shares = wave.platforms.map((one) => ({
      ...one,
      percent: Math.round((one.percent * 100) / sumOf(wave)),
    }))
    const largest = shares.reduce(
      (most, one, index) => (one.percent > (shares[most]?.percent ?? 0) ? index : most),
      0,
    )
    const left = 100 - shares.reduce((sum, one) => sum + one.percent, 0)
    return withValue(
      plan,
      place,
      shares.map((one, index) => (index === largest ? { ...one, percent: one.percent + left } : one)),
    )
  },
}
