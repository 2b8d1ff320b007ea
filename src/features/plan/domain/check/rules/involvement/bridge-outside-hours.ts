import type { Bridge } from '../../../document/involvement.ts'
import { each, type Rule, spot } from '../../rule.ts'
import { minuteOf, uncovered, type Week, weekOf } from '../../week.ts'

/** The bridge meets when a tier that it needs is not in. */
export const rule: Rule = {
  code: 'bridge-outside-hours',
  severity: 'warning',
  find: (plan) =>
    each(plan.involvement.bridges, ['involvement', 'bridges'], (bridge, place) => {
      const needed = bridge.quorum.filter(({ people }) => people > 0).map(({ tier }) => tier)
      return each(bridge.weekly, [...place, 'weekly'], (meeting, at) =>
        plan.teams.tiers
          .filter((tier) => needed.includes(tier.level))
          .filter((tier) => {
            const hours = plan.teams.supportHours.find(({ key }) => key === tier.supportHours)
            return hours && uncovered(meetingOf(bridge, meeting), [weekOf(hours)]).length > 0
          })
          .slice(0, 1)
          .map(({ level }) => spot(at, { name: bridge.name, tier: level, weekday: meeting.day, at: meeting.at })),
      )
    }),
}

function meetingOf({ timeZone, lengthMinutes }: Bridge, { day, at }: Bridge['weekly'][number]): Week {
  const from = (day - 1) * 1440 + minuteOf(at)
  return { timeZone, spans: [{ from, to: from + lengthMinutes }] }
}
