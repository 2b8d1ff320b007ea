import type { Language } from '#features/people/domain/person.ts'
import type { IssueIndex } from '../domain/issue-index.ts'
import type { DevicePlatform } from '../domain/known-issue.ts'

/** What a requester may read before they send: what goes wrong, and what they can do themselves. */
export type FirstAid = {
  readonly issueId: string
  readonly symptom: string
  readonly steps: readonly string[]
  /** Whether a code that they wrote leads to it, or only their words. */
  readonly byCode: boolean
}

const most = 3
/** Words alone have to fit this well against the best one could hope for; a wrong first aid is worse than none. */
const leastByWords = 3

/**
 * Plain words for requesters: of published issues that a first line usually solves, and nothing that is meant for agents. A code decides
 * where there is one.
 */
export function firstAid(
  index: IssueIndex,
  text: string,
  platform: DevicePlatform | null,
  language: Language,
): readonly FirstAid[] {
  const found = index.search(text, { platform, language, limit: 12 })
  const withCode = found.filter(({ why }) => why.some(({ kind }) => kind === 'code'))
  const fitting = withCode.length > 0 ? withCode : found.filter(({ score }) => score >= leastByWords)
  return fitting
    .filter(
      ({ issue }) =>
        issue.state === 'published' &&
        issue.typicalTier === 1 &&
        (platform === null || issue.platforms.includes(platform)),
    )
    .slice(0, most)
    .map(({ issue, why }) => ({
      issueId: issue.id,
      symptom: issue.symptom[language],
      steps: issue.fix[language],
      byCode: why.some(({ kind }) => kind === 'code'),
    }))
}
