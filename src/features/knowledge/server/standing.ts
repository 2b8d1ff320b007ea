import type { Tx } from '#platform/database/transaction.ts'
import { type IssueText, isWrittenIn, type SuppliedNews, suppliedNews } from '../domain/issue-text.ts'
import { type ReviewReason, reviewReasonsOf, type Standing, untouched } from '../domain/keeping.ts'
import { openFlagCounts } from './store/flags.ts'
import { keptIssues, type KeptIssue, type KeptVersion, servedTexts } from './store/issues.ts'
import { suppliedText } from './supplied.ts'

/** How an issue stands, from what is kept of it; null where it is neither kept nor supplied. */
export function standingOf(id: string, row: KeptIssue | null): Standing | null {
  const isSupplied = suppliedText(id) !== null
  if (row === null) return isSupplied ? untouched : null
  return {
    supplied: isSupplied,
    state: row.state,
    served: row.served,
    proposed: row.proposed,
    lastVersion: row.lastVersion,
    writtenBy: row.writtenBy,
    confirmedBy: row.confirmedBy,
    confirmedAt: row.confirmedAt,
    reviewDue: row.reviewDue,
  }
}

/** What is new in the supplied text beside an own one. */
export function newsFor(id: string, version: KeptVersion | null): readonly SuppliedNews[] {
  const supplied = suppliedText(id)
  if (supplied === null || !version?.text || !version.base) return []
  return suppliedNews(version.text, version.base, supplied)
}

/** What awaits review, by issue; whoever the organisation did nothing with is not in it. */
export async function reviewIn(tx: Tx): Promise<ReadonlyMap<string, readonly ReviewReason[]>> {
  const [rows, texts, flags] = await Promise.all([keptIssues(tx), servedTexts(tx), openFlagCounts(tx)])
  const today = tx.now.slice(0, 10)
  return new Map(
    rows.flatMap((row) => {
      const standing = standingOf(row.id, row)
      if (!standing) return []
      const version = texts.get(row.id) ?? null
      const text = version?.text ?? suppliedText(row.id)
      const reasons = reviewReasonsOf(standing, {
        openFlags: flags.get(row.id) ?? 0,
        suppliedChanged: newsFor(row.id, version).length > 0,
        isWhole: text !== null && isWhole(text),
        today,
      })
      return reasons.length > 0 ? [[row.id, reasons] as const] : []
    }),
  )
}

const isWhole = (text: IssueText) => isWrittenIn(text, 'nl') && isWrittenIn(text, 'en')
