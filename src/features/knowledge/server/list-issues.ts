import type { z } from 'zod'
import type { Language } from '#features/people/domain/person.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { knowledgeContract } from '../contract.ts'
import type { FoundIssue } from '../contract/issue-view.ts'
import type { FoundBy } from '../domain/issue-index.ts'
import type { KnownIssue } from '../domain/known-issue.ts'
import { indexIn, issuesIn } from './issue-index.ts'
import { beside, foundView } from './views.ts'

type Asked = z.output<(typeof knowledgeContract)['GET /api/v1/knowledge/issues']['query']>

/** What fits a question, the likeliest first; without one everything that passes the filters, own before supplied. */
export async function listIssues(
  tx: Tx,
  asked: Asked,
  language: Language,
): Promise<{ issues: FoundIssue[]; total: number }> {
  const index = await indexIn(tx)
  const around = await beside(tx)
  const text = asked.q?.trim() ?? ''
  const all: readonly { readonly issue: KnownIssue; readonly why: readonly FoundBy[] }[] =
    text === ''
      ? ownFirst(asked.state === 'archived' ? await issuesIn(tx) : index.all()).map((issue) => ({
          issue,
          why: [],
        }))
      : index.search(text, { language, platform: asked.platform ?? null, limit: 200 })
  const passing = all.filter(({ issue }) => passes(issue, asked, around.review.get(issue.id) ?? []))
  return {
    issues: passing.slice(0, asked.limit).map(({ issue, why }) => foundView(issue, why, around)),
    total: passing.length,
  }
}

function passes(issue: KnownIssue, asked: Asked, review: readonly string[]): boolean {
  const { platform, area, tier, state, from } = asked
  return (
    (platform === undefined || issue.platforms.includes(platform)) &&
    (area === undefined || issue.area === area) &&
    (tier === undefined || issue.typicalTier === tier) &&
    (state === undefined || issue.state === state) &&
    (from === undefined || fromOf(issue) === from) &&
    (asked.review === undefined || review.includes(asked.review))
  )
}

const fromOf = ({ supplied, version }: KnownIssue) => (supplied ? (version > 0 ? 'changed' : 'supplied') : 'own')

const ownFirst = (issues: readonly KnownIssue[]) => [
  ...issues.filter(({ supplied }) => !supplied).toReversed(),
  ...issues.filter(({ supplied }) => supplied),
]
