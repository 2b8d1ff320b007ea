import type { Place } from '../../finding.ts'
import { each, type Rule, spot } from '../../rule.ts'

export const rule: Rule = {
  code: 'hours-unknown',
  severity: 'error',
  find: ({ teams, process }) => {
    const known = new Set(teams.supportHours.map((hours) => hours.key))
    const named = (key: string, place: Place) => (known.has(key) ? [] : [spot(place, { value: key })])
    return [
      ...each(teams.tiers, ['teams', 'tiers'], ({ supportHours, onCall }, place) => [
        ...named(supportHours, [...place, 'supportHours']),
        ...(onCall ? named(onCall.hours, [...place, 'onCall', 'hours']) : []),
      ]),
      ...named(process.targetHours, ['process', 'targetHours']),
    ]
  },
}
