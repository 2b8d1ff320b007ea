import type { FirstAid } from '#features/knowledge/domain/first-aid.ts'
import type { FoundIssue } from '#features/knowledge/domain/issue-index.ts'
import type { DevicePlatform, KnownIssue } from '#features/knowledge/domain/known-issue.ts'
import { isAboutElse, namesDevice } from './report-words.ts'

export type Aid = FirstAid & { readonly id: string }

/** More would be a manual. */
export const aidsAtMost = 2
/** Words that an issue shares with a report by chance are one; two say something. */
const leastWords = 2
const leastShare = 0.7
/**
 * What a search gives that fits well: less where the report names such a device, more where somebody chose one beside words that name none, and
 * most where neither says that it is about a device like that. A wrong first aid is worse than none; `server/first-aid.api.test.ts` measures both.
 */
const leastScore = { named: 8, chosen: 11, unnamed: 16 }
/** What so many platforms have is about no device more than another. */
const allPlatforms = 4

export type Asked = {
  readonly text: string
  /** What has a code of the report; null where no known code is in it. */
  readonly withCode: readonly KnownIssue[] | null
  /** What searches for the report's sentences found. */
  readonly found: readonly FoundIssue[]
  readonly platform: DevicePlatform | null
}

/** First aid for a report that is being written: by its code, or else by its words where they say enough. */
export function firstAid(asked: Asked, aidOf: (issue: KnownIssue) => FirstAid | null): readonly Aid[] {
  const issues = asked.withCode ?? byWords(asked)
  return issues
    .filter(({ platforms }) => asked.platform === null || platforms.includes(asked.platform))
    .flatMap((issue): readonly Aid[] => {
      const aid = aidOf(issue)
      return aid ? [{ id: issue.id, ...aid }] : []
    })
    .filter((aid, index, all) => all.findIndex(({ title }) => title === aid.title) === index)
    .slice(0, aidsAtMost)
}

function byWords(asked: Asked): readonly KnownIssue[] {
  const found = onceEach(asked.found)
  const best = found[0]?.score ?? 0
  return found
    .filter(({ issue, score, why }) => {
      const words = why.flatMap((by) => (by.kind === 'words' ? by.words : []))
      const least = Math.max(leastScore[howNamed(issue, asked)], leastShare * best)
      return new Set(words).size >= leastWords && score >= least && !isAboutElse(asked.text, issue)
    })
    .map(({ issue }) => issue)
}

/** Each issue by the sentence that it fits best, the best first. */
function onceEach(found: readonly FoundIssue[]): readonly FoundIssue[] {
  return found
    .toSorted((one, other) => other.score - one.score)
    .filter(({ issue }, at, all) => all.findIndex((other) => other.issue.id === issue.id) === at)
}

function howNamed({ platforms }: KnownIssue, { text, platform }: Asked): keyof typeof leastScore {
  if (namesDevice(text, platforms)) return 'named'
  if (platform !== null) return 'chosen'
  return platforms.length >= allPlatforms ? 'named' : 'unnamed'
}
