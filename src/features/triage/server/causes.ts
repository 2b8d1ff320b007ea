import type { PersonActor } from '#features/people/domain/actor.ts'
import { personsByIds } from '#features/people/server/actions.ts'
import { issueOf } from '#features/tickets/domain/known-issue.ts'
import { moveTicket, readTicket, type TicketOutcome, ticketOutcomes } from '#features/tickets/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { announce } from '#platform/live/announce.ts'
import type { CauseDetail, CauseView } from '../contract/causes.ts'
import { otherTicket } from './other-ticket.ts'
import {
  addMembers,
  causesSince,
  closeCause,
  findCause,
  insertCause,
  lockCause,
  removeMember,
  type StoredCause,
} from './store/causes.ts'

/** Causes closed longer ago are left out of the list. */
const shownDays = 30

type NewCause = { readonly title: string; readonly incident: string | null; readonly ticketIds: readonly string[] }

/** Says that tickets have one cause. Each is linked with the oldest of them, where the actor may move it. */
export async function makeCause(
  tx: Tx,
  actor: PersonActor,
  { title, incident, ticketIds }: NewCause,
): Promise<{ readonly id: string; readonly linked: number }> {
  const known = await ticketOutcomes(tx, ticketIds)
  if (known.size < new Set(ticketIds).size) throw new NotFound('ticket')
  const id = newId()
  await insertCause(tx, { id, title, incident, openedBy: actor.personId })
  const added = await addMembers(tx, id, [...known.keys()], actor.personId)
  if (added.length === 0) throw new Refused({ code: 'all-have-a-cause' })
  return { id, linked: await linked(tx, actor, id, added) }
}

export async function addToCause(
  tx: Tx,
  actor: PersonActor,
  causeId: string,
  ticketId: string,
): Promise<{ readonly linked: number }> {
  const cause = await lockCause(tx, causeId)
  if (!cause) throw new NotFound('cause')
  if (cause.closedAt !== null) throw new Refused({ code: 'cause-closed' })
  await readTicket(tx, actor, ticketId)
  const added = await addMembers(tx, causeId, [ticketId], actor.personId)
  if (added.length === 0) throw new Refused({ code: 'has-a-cause' })
  return { linked: await linked(tx, actor, causeId, added) }
}

export async function takeOut(tx: Tx, actor: PersonActor, causeId: string, ticketId: string): Promise<void> {
  const cause = await lockCause(tx, causeId)
  if (!cause) throw new NotFound('cause')
  if (!(await removeMember(tx, causeId, ticketId))) throw new NotFound('ticket')
  const first = await oldest(tx, cause.ticketIds)
  for (const [one, other] of [
    [ticketId, first],
    [first, ticketId],
  ] as const)
    if (one !== null && other !== null) await tried(() => unlink(tx, actor, one, other))
  await tell(tx, causeId)
}

export async function close(tx: Tx, actor: PersonActor, causeId: string): Promise<void> {
  const cause = await lockCause(tx, causeId)
  if (!cause) throw new NotFound('cause')
  if (cause.closedAt !== null) throw new Refused({ code: 'cause-closed' })
  await closeCause(tx, causeId, actor.personId)
  await tell(tx, causeId)
}

/** Links each with the oldest ticket of the cause, and counts those that are linked. A ticket that this person may not move stays a member. */
async function linked(tx: Tx, actor: PersonActor, causeId: string, added: readonly string[]): Promise<number> {
  const cause = await findCause(tx, causeId)
  const first = await oldest(tx, cause?.ticketIds ?? [])
  let count = 0
  for (const ticketId of added) {
    if (first === null || ticketId === first) continue
    const link = { move: 'link', ticketId: first, kind: 'same-cause' } as const
    if (await tried(() => moveTicket(tx, actor, { ticketId, move: link, seenVersion: null }))) count += 1
  }
  await tell(tx, causeId)
  return count
}

async function unlink(tx: Tx, actor: PersonActor, ticketId: string, other: string): Promise<unknown> {
  return moveTicket(tx, actor, { ticketId, move: { move: 'unlink', ticketId: other }, seenVersion: null })
}

/** A refused move changes nothing: what it was for stands without it. */
async function tried(move: () => Promise<unknown>): Promise<boolean> {
  try {
    await move()
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

async function oldest(tx: Tx, ticketIds: readonly string[]): Promise<string | null> {
  const tickets = [...(await ticketOutcomes(tx, ticketIds)).values()]
  return tickets.toSorted((one, other) => one.number - other.number)[0]?.id ?? null
}

export async function causesShown(tx: Tx): Promise<readonly CauseView[]> {
  const since = new Date(Date.parse(tx.now) - shownDays * 86_400_000).toISOString()
  const causes = await causesSince(tx, since)
  const tickets = await ticketOutcomes(
    tx,
    causes.flatMap(({ ticketIds }) => ticketIds),
  )
  const people = await personsByIds(
    tx,
    causes.map(({ openedBy }) => openedBy),
  )
  return causes.map((cause) => viewOf(cause, membersAmong(cause, tickets), people.get(cause.openedBy)?.name ?? ''))
}

export async function causeShown(tx: Tx, id: string): Promise<CauseDetail> {
  const cause = await findCause(tx, id)
  if (!cause) throw new NotFound('cause')
  const members = membersAmong(cause, await ticketOutcomes(tx, cause.ticketIds))
  const people = await personsByIds(tx, [cause.openedBy])
  return {
    ...viewOf(cause, members, people.get(cause.openedBy)?.name ?? ''),
    members: members.map(otherTicket),
  }
}

function membersAmong(
  { ticketIds }: StoredCause,
  tickets: ReadonlyMap<string, TicketOutcome>,
): readonly TicketOutcome[] {
  return ticketIds.flatMap((id) => tickets.get(id) ?? []).toSorted((one, other) => one.number - other.number)
}

function viewOf(cause: StoredCause, members: readonly TicketOutcome[], openedBy: string): CauseView {
  const { id, title, incident, openedAt, closedAt } = cause
  const open = members.filter(({ stage }) => stage !== 'closed').length
  return {
    id,
    title,
    incident,
    openedAt,
    openedBy,
    closedAt,
    tickets: members.length,
    open,
    found: foundBy(members),
  }
}

/** The first diagnosis among the members says it for all. */
function foundBy(members: readonly TicketOutcome[]): CauseView['found'] {
  const first = members
    .flatMap(({ id, number, diagnosis }) => (diagnosis ? [{ id, number, diagnosis }] : []))
    .toSorted((one, other) => (one.diagnosis.at < other.diagnosis.at ? -1 : 1))[0]
  if (!first) return null
  const { rootCause, solution, wordingForRequester, knownIssue, at } = first.diagnosis
  return {
    ticketId: first.id,
    number: first.number,
    ...{ rootCause, solution, wordingForRequester, at },
    issueId: issueOf(knownIssue),
  }
}

async function tell(tx: Tx, subject: string): Promise<void> {
  const roles = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor']
  await announce(tx, { topic: 'causes', subject, audience: { roles } })
}
