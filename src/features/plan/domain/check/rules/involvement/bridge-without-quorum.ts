import type { Bridge } from '../../../document/involvement.ts'
import { valueAt, withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** Staff of all tiers take part, and the bridge may decide without anybody of this one. */
export const rule: Rule = {
  code: 'bridge-without-quorum',
  severity: 'warning',
  find: ({ teams, involvement }) =>
    each(involvement.bridges, ['involvement', 'bridges'], ({ quorum, name }, place) =>
      teams.tiers
        .filter(({ level }) => !quorum.some((one) => one.tier === level && one.people > 0))
        .map(({ level }) => spot([...place, 'quorum'], { name, tier: level })),
    ),
  mend: (plan, { place, values }) => {
    const quorum = (valueAt(plan, place) as Bridge['quorum']).filter((one) => one.tier !== values['tier'])
    const whole = [...quorum, { tier: Number(values['tier']), people: 1 }]
    return withValue(
      plan,
      place,
      whole.toSorted((one, other) => one.tier - other.tier),
    )
  },
}
