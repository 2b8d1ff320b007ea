import type { KnownIssue } from '#features/knowledge/domain/known-issue.ts'

/** A known issue as a diagnosis takes it over. */
export type ChosenIssue = Pick<KnownIssue, 'id' | 'symptom' | 'cause' | 'fix'>

type Texts = { readonly rootCause: string; readonly solution: string }

/** Cause and solution in the language of whoever records them. What the desk does is nothing to tell a requester: see `first-aid-words.ts`. */
export function textsOf({ cause, fix }: ChosenIssue, reader: 'nl' | 'en'): Texts {
  return { rootCause: cause[reader], solution: fix[reader].join('\n') }
}

/** What is empty is filled in, and what stands there from the issue before is replaced; what somebody typed stays. */
export function takenOver(typed: Texts, before: Texts | null, now: Texts): Texts {
  return {
    rootCause: taken(typed.rootCause, before?.rootCause, now.rootCause),
    solution: taken(typed.solution, before?.solution, now.solution),
  }
}

export function taken(typed: string, before: string | undefined, now: string): string {
  return typed.trim() === '' || typed === before ? now : typed
}
