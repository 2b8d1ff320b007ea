import { actorOf } from '#features/people/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Conflict, Forbidden, NotFound, Refused } from '#platform/errors.ts'
import { differingParts, type IssueText, isWrittenIn } from '../domain/issue-text.ts'
import {
  type Decision,
  decideMove,
  decideWriting,
  type IssueMove,
  type Standing,
  untouched,
} from '../domain/keeping.ts'
import { mayReview, mayWrite } from '../domain/knowledge-rights.ts'
import { askReviewers } from './ask-reviewers.ts'
import { standingOf } from './standing.ts'
import { addFlag, settleFlag } from './store/flags.ts'
import {
  addAct,
  addVersion,
  keepIssue,
  type KeptIssue,
  lockIssue,
  markChanged,
  nextNumber,
  versionsOf,
} from './store/issues.ts'
import { suppliedText } from './supplied.ts'
import { tellKnowledge } from './tell.ts'

/** What somebody may not is forbidden, what is too late a conflict, anything else a refusal. */
function must(decision: Decision): Standing {
  if (decision.ok) return decision.next
  const { refusal } = decision
  if (refusal.code === 'not-yours-to-write' || refusal.code === 'not-yours-to-review')
    throw new Forbidden(refusal.code)
  if (refusal.code === 'issue-moved-on') throw new Conflict('issue-moved-on')
  throw new Refused(refusal)
}

type Held = { readonly row: KeptIssue | null; readonly standing: Standing }

/** The issue, locked until the end of the transaction. What was only supplied so far gets its row first. */
async function held(tx: Tx, id: string): Promise<Held> {
  const row = await lockIssue(tx, id)
  const standing = standingOf(id, row)
  if (!standing) throw new NotFound('known issue')
  return { row, standing }
}

async function keep(tx: Tx, id: string, row: KeptIssue | null, next: Standing): Promise<void> {
  await keepIssue(tx, {
    id,
    number: row?.number ?? null,
    state: next.state,
    served: next.served,
    proposed: next.proposed,
    lastVersion: next.lastVersion,
    writtenBy: next.writtenBy,
    writtenAt: row?.writtenAt ?? tx.now,
    confirmedBy: next.confirmedBy,
    confirmedAt: next.confirmedAt,
    reviewDue: next.reviewDue,
    ticketId: row?.ticketId ?? null,
    changedAt: tx.now,
  })
  await markChanged(tx)
  await tellKnowledge(tx, id)
}

/** A known issue of the organisation itself, as a draft, or to be finished later. */
export async function writeIssue(tx: Tx, personId: string, text: IssueText, finished: boolean): Promise<string> {
  const actor = await actorOf(tx, personId)
  const id = newId()
  const before: Standing = { ...untouched, supplied: false, state: 'unfinished', writtenBy: personId }
  const written = must(
    decideWriting(before, { actor, at: tx.now, seen: 0, text, isSupplied: false, isSame: false }),
  )
  const isReadable = isWrittenIn(text, 'nl') || isWrittenIn(text, 'en')
  const number = await nextNumber(tx)
  await keepIssue(tx, {
    ...written,
    id,
    number,
    state: finished && isReadable ? 'draft' : 'unfinished',
    writtenAt: tx.now,
    ticketId: null,
    changedAt: tx.now,
  })
  await addVersion(tx, id, { version: 1, text, base: null, reason: 'new', by: personId, at: tx.now })
  await addAct(tx, id, { act: 'written', version: 1, reason: null, by: personId, at: tx.now })
  await markChanged(tx)
  await tellKnowledge(tx, id)
  await askReviewers(tx, id, { by: personId, asks: 'draft' })
  return id
}

export type NewText = { readonly seen: number; readonly text: IssueText | null; readonly reason: string }

/** A new text of an issue; null: the supplied one again. */
export async function writeVersion(tx: Tx, personId: string, id: string, given: NewText): Promise<void> {
  const actor = await actorOf(tx, personId)
  const { row, standing } = await held(tx, id)
  const supplied = suppliedText(id)
  const before = await textsOf(tx, id, standing)
  const text = given.text ?? supplied
  if (text === null) throw new Refused({ code: 'nothing-supplied' })
  // Leaving an own text as it is, beside a supplied one that changed, is a decision: what is new there has been seen.
  const hasSeenNews = before.base !== null && supplied !== null && !same(before.base, supplied)
  const isSame = given.text === null ? before.latestIsSupplied : same(given.text, before.latest) && !hasSeenNews
  const isSupplied = given.text === null
  const next = must(decideWriting(standing, { actor, at: tx.now, seen: given.seen, text, isSupplied, isSame }))
  await keep(tx, id, row, next)
  await addVersion(tx, id, {
    version: next.lastVersion,
    text: given.text,
    base: given.text === null ? null : supplied,
    reason: given.reason,
    by: personId,
    at: tx.now,
  })
  const act =
    next.proposed === next.lastVersion ? 'proposed-change' : given.text === null ? 'followed-supplied' : 'written'
  await addAct(tx, id, { act, version: next.lastVersion, reason: given.reason, by: personId, at: tx.now })
  await askReviewers(tx, id, {
    ...{ by: personId, goesOn: true },
    asks: next.proposed === next.lastVersion ? 'proposed' : null,
  })
}

const same = (one: IssueText, two: IssueText) => differingParts(one, two).length === 0

/** The text in use and the one that waits, or the supplied one where there is none. */
async function textsOf(tx: Tx, id: string, { proposed, served }: Standing) {
  const versions = await versionsOf(tx, id)
  const at = versions.find(({ version }) => version === (proposed ?? served))
  const latest = at?.text ?? suppliedText(id)
  if (latest === null) throw new Error('A known issue has a text')
  return { latest, latestIsSupplied: !at?.text, base: at?.base ?? null }
}

export async function moveIssue(
  tx: Tx,
  personId: string,
  id: string,
  given: { readonly move: IssueMove; readonly seen: number; readonly reason: string | null },
): Promise<void> {
  const actor = await actorOf(tx, personId)
  const { row, standing } = await held(tx, id)
  const { latest, latestIsSupplied: isSupplied } = await textsOf(tx, id, standing)
  const { move, seen, reason } = given
  const next = must(decideMove(standing, move, { actor, at: tx.now, seen, text: latest, isSupplied, reason }))
  await keep(tx, id, row, next)
  const version = standing.proposed ?? standing.served
  await addAct(tx, id, { act: move, version, reason, by: personId, at: tx.now })
  await askReviewers(tx, id, {
    by: personId,
    asks: next.state === 'draft' && standing.state !== 'draft' ? 'draft' : null,
    sentBackTo: move === 'decline' ? await writerOf(tx, id, standing) : null,
    goesOn: move !== 'decline',
  })
}

/** Who wrote what waits for a decision. */
async function writerOf(tx: Tx, id: string, { proposed, writtenBy }: Standing): Promise<string | null> {
  if (proposed === null) return writtenBy
  return (await versionsOf(tx, id)).find(({ version }) => version === proposed)?.by ?? null
}

/** "This is not right": for whoever writes to tell, for whoever may confirm to answer. */
export async function flagIssue(tx: Tx, personId: string, id: string, comment: string): Promise<void> {
  if (!mayWrite(await actorOf(tx, personId))) throw new Forbidden('not-yours-to-write')
  const { row, standing } = await held(tx, id)
  if (row === null) await keep(tx, id, row, standing)
  await addFlag(tx, { issueId: id, version: standing.served, comment, by: personId })
  await tellKnowledge(tx, id)
  await askReviewers(tx, id, { by: personId, asks: 'flagged' })
}

export async function answerFlag(
  tx: Tx,
  personId: string,
  given: { readonly issueId: string; readonly flagId: string; readonly answer: string },
): Promise<void> {
  if (!mayReview(await actorOf(tx, personId), tx.now)) throw new Forbidden('not-yours-to-review')
  const { issueId, flagId, answer } = given
  if (!(await settleFlag(tx, { id: flagId, issueId, by: personId, answer }))) throw new NotFound('flag')
  await tellKnowledge(tx, issueId)
  await askReviewers(tx, issueId, { by: personId })
}
