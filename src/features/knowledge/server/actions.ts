import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { IssueIndex } from '../domain/issue-index.ts'
import { type Diagnosed, textFromDiagnosis } from '../domain/issue-text.ts'
import type { KnownIssue } from '../domain/known-issue.ts'
import { indexIn } from './issue-index.ts'
import { askReviewers } from './ask-reviewers.ts'
import { tellKnowledge } from './tell.ts'
import { addAct, addVersion, keepIssue, keptIssue, nextNumber } from './store/issues.ts'
import { countUses, deleteOutcome, insertUse, type Reuse, type Use } from './store/uses.ts'
import { suppliedCatalogue } from './supplied.ts'

export type { Reuse, Use } from './store/uses.ts'
export { firstConfirmed } from './store/confirmed.ts'
export { firstAidOf } from './first-aid.ts'
export { comparedWords, spellingsOfWord } from './search/compared-words.ts'

/** The known issues that Tierwise comes with, in the order of its catalogue, whatever an organisation changed. */
export function knownIssues(): readonly KnownIssue[] {
  return suppliedCatalogue().issues
}

/** One that Tierwise comes with. */
export function knownIssue(id: string): KnownIssue | null {
  return suppliedCatalogue().byId.get(id) ?? null
}

/** The organisation's known issues, supplied and own, ready to be asked; what is put away is not in it. Kept per revision in this process. */
export async function issueIndex(_platform: Pick<Platform, 'log'>, tx: Tx): Promise<IssueIndex> {
  return indexIn(tx)
}

/** Whether a ticket may name it. One that is put away can still be named: it may have been there when somebody chose it. */
export async function knownIssueExists(tx: Tx, id: string): Promise<boolean> {
  return suppliedCatalogue().byId.has(id) || (await keptIssue(tx, id)) !== null
}

/** Writes down what a diagnosis found, as a draft that awaits review, in the caller's transaction. */
export async function draftFromDiagnosis(
  tx: Tx,
  given: Diagnosed & { readonly byPerson: string; readonly ticketId: string },
): Promise<string> {
  const { byPerson, ticketId, ...diagnosed } = given
  const id = newId()
  const number = await nextNumber(tx)
  await keepIssue(tx, {
    id,
    number,
    state: 'draft',
    served: 1,
    proposed: null,
    lastVersion: 1,
    writtenBy: byPerson,
    writtenAt: tx.now,
    confirmedBy: null,
    confirmedAt: null,
    reviewDue: null,
    ticketId,
    changedAt: tx.now,
  })
  const text = textFromDiagnosis(diagnosed)
  await addVersion(tx, id, { version: 1, text, base: null, reason: 'diagnosis', by: byPerson, at: tx.now })
  await addAct(tx, id, { act: 'written', version: 1, reason: null, by: byPerson, at: tx.now })
  await tellKnowledge(tx, id)
  await askReviewers(tx, id, { by: byPerson, asks: 'draft' })
  return id
}

/** Counts that an issue was of use to a ticket; the same once, and "helped" takes the place of "did not help". */
export async function recordUse(tx: Tx, use: Use): Promise<void> {
  await insertUse(tx, use)
}

/** Counts no longer that an issue helped on a ticket, or did not: whoever said so took it back. */
export async function takeBackUse(tx: Tx, use: Pick<Use, 'issueId' | 'ticketId'>): Promise<void> {
  await deleteOutcome(tx, use)
}

/** How often each of these was of use; what never was is not in it. */
export async function reuseOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Reuse>> {
  return ids.length === 0 ? new Map() : countUses(tx, ids)
}
