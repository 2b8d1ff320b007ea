import type { Language } from '#features/people/domain/person.ts'
import type { InBoth, KnownIssue } from './known-issue.ts'

/** What somebody without a help desk can do, in words of every day. */
export type FirstAid = { readonly title: string; readonly steps: readonly string[] }
export type FirstAidText = { readonly title: InBoth<string>; readonly steps: InBoth<readonly string[]> }

/** What Tierwise comes with for an issue: what helps, as the desk reads it, and the words for requesters where there are any. */
export type SuppliedAid = { readonly fix: InBoth<readonly string[]>; readonly words: FirstAidText | null }

/**
 * What a requester may read of an issue; null where it is nothing for them. Only published issues that the first tier solves. The supplied words
 * hold as long as what helps is what was supplied; where the organisation wrote what helps, its own text speaks, and never from a language
 * in which it is not written.
 */
export function firstAidIn(issue: KnownIssue, supplied: SuppliedAid | null, language: Language): FirstAid | null {
  const { typicalTier, state, missing, symptom, fix } = issue
  if (typicalTier !== 1 || state !== 'published') return null
  if (supplied && (issue.version === 0 || isSame(fix, supplied.fix))) {
    const { words } = supplied
    return words && { title: words.title[language], steps: words.steps[language] }
  }
  const steps = fix[language].filter((step) => step.trim() !== '')
  return missing === language || steps.length === 0 ? null : { title: symptom[language], steps }
}

function isSame(one: InBoth<readonly string[]>, other: InBoth<readonly string[]>): boolean {
  const all = ({ nl, en }: InBoth<readonly string[]>) => JSON.stringify([nl, en])
  return all(one) === all(other)
}
