import type { Language } from '#features/people/domain/person.ts'
import type { FoundIssue } from '#features/knowledge/domain/issue-index.ts'
import type { DevicePlatform, InBoth, KnownIssue } from '#features/knowledge/domain/known-issue.ts'

/** What somebody without a help desk can do, in words of every day. */
export type AidText = { readonly title: InBoth<string>; readonly steps: InBoth<readonly string[]> }
export type Aid = { readonly id: string; readonly title: string; readonly steps: readonly string[] }

/** More would be a manual. */
export const aidsAtMost = 2
/** Words that an issue shares with a report by chance are one; two say something. */
const leastWords = 2
const leastShare = 0.7
/** What a search gives that fits well: of twenty reports about other things than devices one gets as much. A wrong first aid is worse than none. */
const leastScore = 8

type Asked = {
  /** What has a code of the report; null where no known code is in it. */
  readonly withCode: readonly KnownIssue[] | null
  /** What a search for the report's words found, the best first. */
  readonly found: readonly FoundIssue[]
  readonly platform: DevicePlatform | null
  readonly language: Language
}

/**
 * First aid for a report that is being written: by its code, or else by its words where they say enough. Only published issues that the
 * first tier solves: of the supplied ones those that have a text for requesters, of the organisation's own the text it published.
 */
export function firstAid(texts: Readonly<Record<string, AidText>>, asked: Asked): readonly Aid[] {
  const issues = asked.withCode ?? byWords(asked.found)
  return issues
    .filter(({ platforms }) => asked.platform === null || platforms.includes(asked.platform))
    .flatMap((issue) => aidOf(issue, texts, asked.language) ?? [])
    .filter((aid, index, all) => all.findIndex(({ title }) => title === aid.title) === index)
    .slice(0, aidsAtMost)
}

/** The text of one issue for requesters; null where it has none that they may read. */
export function aidOf(
  issue: KnownIssue,
  texts: Readonly<Record<string, AidText>>,
  language: Language,
): Aid | null {
  const { id, typicalTier, state, supplied, missing } = issue
  if (typicalTier !== 1 || state !== 'published') return null
  const text = texts[id]
  if (supplied) return text ? { id, title: text.title[language], steps: text.steps[language] } : null
  const steps = issue.fix[language].filter((step) => step.trim() !== '')
  return missing === language || steps.length === 0 ? null : { id, title: issue.symptom[language], steps }
}

function byWords(found: readonly FoundIssue[]): readonly KnownIssue[] {
  const best = found[0]?.score ?? 0
  return found
    .filter(({ score, why }) => {
      const words = why.flatMap((by) => (by.kind === 'words' ? by.words : []))
      return new Set(words).size >= leastWords && score >= Math.max(leastScore, leastShare * best)
    })
    .map(({ issue }) => issue)
}
