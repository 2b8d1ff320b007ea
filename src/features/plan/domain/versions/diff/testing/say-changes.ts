import { createTranslate } from '#platform/i18n/translate.ts'
import { readCatalogues } from '#platform/i18n/read-catalogues.ts'
import type { Language } from '#features/people/domain/person.ts'
import type { SupportPlan } from '../../../document/support-plan.ts'
import { starterPlan } from '../../../starter/starter-plan.ts'
import { starterTeams } from '../../../starter/teams.ts'
import { changeSentence, type ChangeWords } from '../change-sentence.ts'
import { planChanges } from '../plan-changes.ts'

const translate = await createTranslate(readCatalogues({ plan: 'src/features/plan' }))

const wordsIn = (language: Language): ChangeWords => ({
  language,
  say: (key, values) => translate(language, `plan:${key}`, values),
  team: (key) => starterTeams.find((team) => team.key === key)?.name[language] ?? null,
})
const words = { en: wordsIn('en'), nl: wordsIn('nl') }

export type Edit = (plan: SupportPlan) => unknown

export const before = starterPlan({
  startDay: '2026-11-30',
  owner: 'Rollout team',
  publicDays: [{ date: '2026-12-25', name: { nl: 'Eerste kerstdag', en: 'Christmas Day' } }],
})

export function edited(...edits: readonly Edit[]): SupportPlan {
  const copy = structuredClone(before)
  for (const edit of edits) edit(copy)
  return copy
}

export function sentences(language: Language, after: SupportPlan, old: SupportPlan = before): string[] {
  return planChanges(old, after).map((change) => changeSentence(change, words[language]))
}
