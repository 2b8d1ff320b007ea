import type { Category } from '#features/plan/domain/document/process.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { type Refused, refuse } from './refusals.ts'

export function categoryOf(plan: SupportPlan, key: string | null): Category | null {
  return plan.process.categories.find((category) => category.key === key) ?? null
}

export function checkCategory(plan: SupportPlan, key: string, platform: Platform | null): Refused | null {
  const category = categoryOf(plan, key)
  if (!category) return refuse({ code: 'not-in-plan', field: 'category', value: key })
  const fits = platform === null || category.platforms.length === 0 || category.platforms.includes(platform)
  return fits ? null : refuse({ code: 'platform-not-in-category', platform })
}
