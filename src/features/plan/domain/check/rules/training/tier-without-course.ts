import { type Rule, spot } from '../../rule.ts'

/** Who may work in a tier follows from training, and there is none for this one. */
export const rule: Rule = {
  code: 'tier-without-course',
  severity: 'warning',
  find: ({ teams, training }) =>
    teams.tiers
      .filter(({ level }) => !training.courses.some((course) => course.tier === level))
      .map(({ level, name }) => spot(['training', 'courses'], { tier: level, name })),
}
