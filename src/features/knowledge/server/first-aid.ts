import type { Language } from '#features/people/domain/person.ts'
import kept from '../content/first-aid-texts.json' with { type: 'json' }
import { type FirstAid, firstAidIn, type FirstAidText } from '../domain/first-aid.ts'
import type { KnownIssue } from '../domain/known-issue.ts'
import { suppliedText } from './supplied.ts'

const texts: Readonly<Record<string, FirstAidText>> = kept

/** What a requester may read of an issue as the organisation has it; null where it is nothing for them. */
export function firstAidOf(issue: KnownIssue, language: Language): FirstAid | null {
  const supplied = suppliedText(issue.id)
  return firstAidIn(issue, supplied && { fix: supplied.fix, words: texts[issue.id] ?? null }, language)
}
