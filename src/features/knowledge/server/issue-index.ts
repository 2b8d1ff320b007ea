import type { Tx } from '#platform/database/transaction.ts'
import { inBoth, missingLanguage } from '../domain/issue-text.ts'
import type { IssueIndex } from '../domain/issue-index.ts'
import type { KnownIssue } from '../domain/known-issue.ts'
import { buildIndex } from './search/build-index.ts'
import { keptIssues, type KeptIssue, type KeptVersion, revisionOf, servedTexts } from './store/issues.ts'
import { suppliedCatalogue } from './supplied.ts'

type Kept = { readonly key: string; readonly index: IssueIndex }
/** Of each organisation the last. */
const kept = new Map<string, Kept>()
const keptAtMost = 200
/** For all organisations that changed nothing. */
let supplied: Kept | undefined

/** The known issues of the organisation as they are in this transaction; made once per process for what it holds. */
export async function indexIn(tx: Tx): Promise<IssueIndex> {
  const { issues, hash } = suppliedCatalogue()
  const revision = await revisionOf(tx)
  if (revision === null) {
    if (supplied?.key !== hash) supplied = { key: hash, index: buildIndex(issues, hash) }
    return supplied.index
  }
  const key = `${revision}-${hash}`
  const known = kept.get(tx.orgId)
  if (known?.key === key) return known.index
  const index = buildIndex(await issuesIn(tx), key)
  if (kept.size >= keptAtMost) for (const oldest of [...kept.keys()].slice(0, 1)) kept.delete(oldest)
  kept.set(tx.orgId, { key, index })
  return index
}

/** Supplied and own, as the organisation has them; what is put away too. */
export async function issuesIn(tx: Tx): Promise<readonly KnownIssue[]> {
  const [rows, texts] = await Promise.all([keptIssues(tx), servedTexts(tx)])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const { issues, byId: catalogue } = suppliedCatalogue()
  const own = rows.filter(({ id }) => !catalogue.has(id))
  return [
    ...issues.map((issue) => issueFrom(byId.get(issue.id) ?? null, texts.get(issue.id) ?? null, issue)),
    ...own.map((row) => issueFrom(row, texts.get(row.id) ?? null, null)),
  ].filter((issue) => issue !== null)
}

/** One issue from what the organisation keeps of it and what was supplied; null where neither says anything. */
export function issueFrom(
  row: KeptIssue | null,
  version: KeptVersion | null,
  given: KnownIssue | null,
): KnownIssue | null {
  if (row === null) return given
  const text = version?.text ?? null
  const about = { id: row.id, number: row.number, state: row.state, supplied: given !== null }
  if (text === null) return given === null ? null : { ...given, state: row.state }
  return { ...inBoth(text), ...about, version: row.served, missing: missingLanguage(text) }
}
