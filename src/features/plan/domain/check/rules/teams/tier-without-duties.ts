import { each, type Rule, spot } from '../../rule.ts'

/** Nobody can tell what the tier is for, so neither what belongs one tier up. */
export const rule: Rule = {
  code: 'tier-without-duties',
  severity: 'hint',
  find: (plan) =>
    each(plan.teams.tiers, ['teams', 'tiers'], ({ responsibilities, level }, place) =>
      responsibilities.length > 0 ? [] : [spot([...place, 'responsibilities'], { tier: level })],
    ),
}
