import { useSuspenseQuery } from '@tanstack/react-query'
import { version } from '#features/plan/web/queries.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { EvidenceItem } from '#features/plan/domain/document/process.ts'
import { useWords } from '#ui/words/words.ts'

export type PlanNames = {
  readonly plan: SupportPlan
  readonly tier: (level: number) => string
  readonly category: (key: string) => string
  readonly evidence: (key: string) => EvidenceItem | null
  readonly priority: (level: 1 | 2 | 3 | 4) => string
  readonly wave: (key: string) => string
  readonly severity: (key: string) => string
}

/** The plan version that a ticket runs under, and what it calls things in the reader's language. */
export function usePlanNames(planNumber: number): PlanNames {
  const { language } = useWords('tickets')
  const { document: plan } = useSuspenseQuery(version(planNumber)).data
  const { tiers, vendor } = plan.teams
  const items = plan.process.edges.flatMap((edge) => edge.evidence)
  const waves = plan.involvement.phases.flatMap((phase) => phase.waves)
  return {
    plan,
    tier: (level) =>
      (tiers.find((tier) => tier.level === level) ?? (vendor?.level === level ? vendor : null))?.name[language] ??
      String(level),
    category: (key) => plan.process.categories.find((one) => one.key === key)?.name[language] ?? key,
    evidence: (key) => items.find((item) => item.key === key) ?? null,
    priority: (level) => plan.process.priorityNames[level][language],
    wave: (key) => waves.find((one) => one.key === key)?.name[language] ?? key,
    severity: (key) => vendor?.severities.find((one) => one.key === key)?.name[language] ?? key,
  }
}
