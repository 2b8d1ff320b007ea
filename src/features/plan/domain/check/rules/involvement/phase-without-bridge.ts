import { withEntry } from '../../change.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** A phase in which all tiers meet, and no meeting for it. */
export const rule: Rule = {
  code: 'phase-without-bridge',
  severity: 'warning',
  find: ({ involvement: { phases, bridges } }) =>
    each(phases, ['involvement', 'phases'], ({ key, name, mode }, place) =>
      mode === 'bridge' && !bridges.some((bridge) => bridge.phases.includes(key))
        ? [spot([...place, 'mode'], { name, phase: key })]
        : [],
    ),
  /** The first bridge meets in this phase too. */
  mend: (plan, { values }) =>
    plan.involvement.bridges.length > 0
      ? withEntry(plan, ['involvement', 'bridges', 0, 'phases'], values['phase'])
      : null,
}
