import { busiestWeek, defaultWorkload } from '../../../workload.ts'
import { each, type Rule, spot } from '../../rule.ts'

/**
 * In its busiest week a wave brings a tier more work than its agents have time for, by the default assumptions about work. The
 * forecast tells more, with ranges and with your own figures.
 */
export const rule: Rule = {
  code: 'wave-over-capacity',
  severity: 'warning',
  find: (plan) =>
    each(plan.involvement.phases, ['involvement', 'phases'], ({ waves }, place) =>
      each(waves, [...place, 'waves'], (wave, at) => {
        const week = busiestWeek(plan, wave, defaultWorkload)
        const over = (week?.tiers ?? [])
          .filter((tier) => tier.availableMinutes > 0 && tier.workMinutes > tier.availableMinutes)
          .toSorted(
            (one, other) => other.workMinutes / other.availableMinutes - one.workMinutes / one.availableMinutes,
          )
        const worst = over[0]
        if (!week || !worst) return []
        const agents = plan.teams.tiers.find(({ level }) => level === worst.level)?.capacity.agents ?? 0
        const { level: tier, agentsNeeded: needed } = worst
        const tickets = Math.round(worst.tickets)
        return [
          spot([...at, 'expectedUsers'], { name: wave.name, from: week.from, tier, needed, agents, tickets }),
        ]
      }),
    ),
}
