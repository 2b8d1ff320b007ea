import type { KnownIssue } from '#features/knowledge/domain/known-issue.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Course } from '#features/plan/domain/document/training.ts'
import { askedOften } from './asked-often.ts'
import { issuePage, issuesFor } from './issue-pages.ts'
import { overviewForTier2, overviewForTier3, overviewPages } from './overview.ts'
import type { ContentPage } from './page.ts'
import { planPages } from './plan-pages.ts'
import { problemsByTier } from './problems.ts'
import { toolsPages } from './tools.ts'

/** The ready-made pages of one of the planning guide's agenda items, for this plan; none for an item of the organisation's own. */
export function readyMadePages(
  plan: SupportPlan,
  course: Course,
  item: string,
  issues: readonly KnownIssue[],
): readonly ContentPage[] {
  const tier = Math.min(Math.max(course.tier, 1), 3) as 1 | 2 | 3
  switch (item) {
    case 'support-plan':
      return planPages(plan, course.tier)
    case 'overview':
      return [
        ...overviewPages,
        ...(tier === 2 ? [overviewForTier2] : []),
        ...(tier === 3 ? [overviewForTier3] : []),
      ]
    case 'common-problems':
      return [...problemsByTier[tier], ...issuesFor(issues, tier, platformsOf(plan)).map(issuePage)]
    case 'tools-and-resources':
      return toolsPages(plan, course.tier)
    case 'questions':
      return askedOften
    default:
      return []
  }
}

/** The platforms that the rollout has; empty when it says nothing. */
export function platformsOf(plan: SupportPlan): readonly string[] {
  const waves = plan.involvement.phases.flatMap((phase) => phase.waves)
  return [...new Set(waves.flatMap((wave) => wave.platforms.map(({ platform }) => platform)))]
}
