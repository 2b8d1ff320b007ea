import { each, type Rule, spot } from '../../rule.ts'

/**
 * Trainers need the certification they train for (the team that begins: that or a higher one), and none of those who give this
 * course has it. Known on a running desk only.
 */
export const rule: Rule = {
  code: 'course-without-trainer',
  severity: 'warning',
  find: ({ training: { courses, lineage } }, facts) => {
    if (facts === null || !lineage.trainerNeedsCertification) return []
    return each(courses, ['training', 'courses'], ({ key, name, tier }, place) => {
      const steps = lineage.steps.filter((step) => step.course === key)
      const qualified = facts.certified.some((person) =>
        steps.some((step) =>
          step.from === 'root'
            ? person.tier >= tier && person.teams.includes(lineage.root)
            : person.tier === tier && person.leads.length > 0,
        ),
      )
      return steps.length === 0 || qualified ? [] : [spot(place, { name, tier })]
    })
  },
}
