import { issuesWithCode } from '../../domain/find-issues.ts'
import type { IssueIndex } from '../../domain/issue-index.ts'
import type { KnownIssue } from '../../domain/known-issue.ts'

/** Makes the index of these issues. */
export function buildIndex(issues: readonly KnownIssue[], revision: string): IssueIndex {
  const byId = new Map(issues.map((issue) => [issue.id, issue]))
  const inUse = issues.filter(({ state }) => state !== 'archived')
  return {
    revision,
    all: () => inUse,
    byId: (id) => byId.get(id) ?? null,
    withCodes: (codes) => issuesWithCode(inUse, codes, null),
    search: () => [],
  }
}
