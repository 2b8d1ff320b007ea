import { withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

const final: ReadonlySet<string> = new Set(['retire', 'wipe'])

/** What cannot be undone is open to every tier of a desk that has more than one. */
export const rule: Rule = {
  code: 'device-action-everybody',
  severity: 'warning',
  find: ({ teams, process }) => {
    const levels = teams.tiers.map(({ level }) => level)
    const highest = Math.max(...levels)
    if (levels.length < 2) return []
    return each(process.deviceActions, ['process', 'deviceActions'], ({ action, tiers }, place) =>
      final.has(action) && levels.every((level) => tiers.includes(level))
        ? [spot([...place, 'tiers'], { action, highest })]
        : [],
    )
  },
  mend: (plan, { place, values }) => withValue(plan, place, [values['highest']]),
}
