import type { Place } from '../../finding.ts'
import { each, type Rule, spot } from '../../rule.ts'
import { isTimeZone } from '../../week.ts'

export const rule: Rule = {
  code: 'time-zone-unknown',
  severity: 'error',
  find: ({ teams, involvement }) => {
    const known = (timeZone: string, place: Place) =>
      isTimeZone(timeZone) ? [] : [spot([...place, 'timeZone'], { value: timeZone })]
    return [
      ...each(teams.supportHours, ['teams', 'supportHours'], (hours, place) => known(hours.timeZone, place)),
      ...each(involvement.bridges, ['involvement', 'bridges'], (bridge, place) => known(bridge.timeZone, place)),
    ]
  },
}
