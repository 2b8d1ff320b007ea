import { dayNumber } from '../../../days.ts'
import type { Phase, Wave } from '../../../document/involvement.ts'
import { valueAt, withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

export const rule: Rule = {
  code: 'wave-outside-phase',
  severity: 'error',
  find: ({ involvement }) =>
    each(involvement.phases, ['involvement', 'phases'], (phase, place) =>
      each(phase.waves, [...place, 'waves'], ({ starts, ends }, at) =>
        dayNumber(starts) <= dayNumber(ends) && (isBefore(starts, phase.starts) || isBefore(phase.ends, ends))
          ? [spot(at, { starts: phase.starts, ends: phase.ends })]
          : [],
      ),
    ),
  /** The phase grows around the wave. */
  mend: (plan, { place }) => {
    const [wave, at] = [valueAt(plan, place) as Wave, place.slice(0, 3)]
    const phase = valueAt(plan, at) as Phase
    const starts = wave.starts < phase.starts ? wave.starts : phase.starts
    const ends = wave.ends > phase.ends ? wave.ends : phase.ends
    return withValue(plan, at, { ...phase, starts, ends })
  },
}

/** False for what is no day yet. */
function isBefore(one: string, other: string): boolean {
  return dayNumber(one) < dayNumber(other)
}
