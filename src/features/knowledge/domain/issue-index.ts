import type { Language } from '#features/people/domain/person.ts'
import type { DevicePlatform, KnownIssue } from './known-issue.ts'

/** Why an issue was found: a code that stands in it, or words of what was asked. */
export type FoundBy =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'platform'; readonly platform: DevicePlatform }

/** Found issues, the likeliest first. The score grows with what the words say and with how much of the question they are; a code is worth 1000. */
export type FoundIssue = {
  readonly issue: KnownIssue
  readonly score: number
  readonly why: readonly FoundBy[]
}

export type Looking = {
  /** Whose words come first; both languages are searched. */
  readonly language?: Language
  /** Preferred, not required: people err in their platform. */
  readonly platform?: DevicePlatform | null
  readonly limit?: number
}

/** The known issues of one organisation at one moment, ready to be asked. What is put away is not among them. */
export type IssueIndex = {
  /** Changes with every change of what it holds. */
  readonly revision: string
  all(): readonly KnownIssue[]
  byId(id: string): KnownIssue | null
  /** Issues with one of these codes, however they are written. */
  withCodes(codes: readonly string[]): readonly KnownIssue[]
  search(text: string, looking?: Looking): readonly FoundIssue[]
}
