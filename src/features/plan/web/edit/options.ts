import { useQuery } from '@tanstack/react-query'
import { platforms } from '../../domain/values.ts'
import { teams as teamsQuery } from '../queries.ts'
import { usePlanWords } from '../words/plan-words.ts'
import type { Option } from './choice-fields.tsx'
import { usePlanPart } from './editor.tsx'

/** What can be chosen from, out of the plan as it is now. */
export function useTierOptions(): readonly Option<number>[] {
  const { text } = usePlanWords()
  const tiers = usePlanPart((plan) => plan.teams.tiers)
  return tiers.map((tier) => ({ value: tier.level, label: `${tier.level} ${text(tier.name)}` }))
}

export function useHoursOptions(): readonly Option<string>[] {
  const { text } = usePlanWords()
  const hours = usePlanPart((plan) => plan.teams.supportHours)
  return hours.map((one) => ({ value: one.key, label: text(one.name) }))
}

export function usePhaseOptions(): readonly Option<string>[] {
  const { text } = usePlanWords()
  const phases = usePlanPart((plan) => plan.involvement.phases)
  return phases.map((phase) => ({ value: phase.key, label: text(phase.name) }))
}

export function useCategoryOptions(): readonly Option<string>[] {
  const { text } = usePlanWords()
  const categories = usePlanPart((plan) => plan.process.categories)
  return categories.map((category) => ({ value: category.key, label: text(category.name) }))
}

export function useTeamOptions(): readonly Option<string>[] {
  const { t } = usePlanWords()
  const known = useQuery(teamsQuery).data?.teams ?? []
  return known.map((one) => ({ value: one.key, label: one.name[t.language] }))
}

export function usePlatformOptions() {
  const { t } = usePlanWords()
  return platforms.map((value) => ({ value, label: t(`platforms.${value}`) }))
}

export function useWeekdayOptions(): readonly Option<number>[] {
  const { weekday } = usePlanWords()
  return [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: weekday(value) }))
}

const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') }))
/** Every time zone there is. */
export const zoneOptions: readonly Option<string>[] = zones
