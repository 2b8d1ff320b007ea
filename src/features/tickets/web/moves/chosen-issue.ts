import type { KnownIssue } from '#features/knowledge/domain/known-issue.ts'

/** A known issue as a diagnosis takes it over. */
export type ChosenIssue = Pick<KnownIssue, 'id' | 'symptom' | 'cause' | 'fix'> & { readonly typicalTier: number }

type Language = 'nl' | 'en'
type Texts = { readonly rootCause: string; readonly solution: string; readonly wording: string }

/**
 * Cause and solution in the language of whoever records them. What a requester can do themselves is told in theirs; what only the desk
 * can do is nothing to tell them word for word.
 */
export function textsOf({ cause, fix, typicalTier }: ChosenIssue, reader: Language, requester: Language): Texts {
  return {
    rootCause: cause[reader],
    solution: fix[reader].join('\n'),
    wording: typicalTier === 1 ? fix[requester].join('\n') : '',
  }
}

/** What is empty is filled in, and what stands there from the issue before is replaced; what somebody typed stays. */
export function takenOver(typed: Texts, before: Texts | null, now: Texts): Texts {
  const take = (part: keyof Texts) =>
    typed[part].trim() === '' || typed[part] === before?.[part] ? now[part] : typed[part]
  return { rootCause: take('rootCause'), solution: take('solution'), wording: take('wording') }
}
