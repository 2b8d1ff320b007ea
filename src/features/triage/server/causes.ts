import type { Actor, PersonActor } from '#features/people/domain/actor.ts'
import { moveTicket, readTicket, ticketOutcomes } from '#features/tickets/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { tellOfCauses } from './cause-news.ts'
import { addSteps, newcomersTo } from './store/cause-course.ts'
import { addMembers, findCause, insertCause, lockCause, removeMember, setClosed } from './store/causes.ts'

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
  await addSteps(tx, causeId, [{ by: actor.personId, what: 'added', ticketId }])
  return { linked: await linked(tx, actor, causeId, added) }
}

const tierwise: Actor = { kind: 'system', name: 'clock' }

/** Adds what came in like the others of an open cause; what a person took out of it stays out. */
export async function joinFound(tx: Tx, causeId: string, ticketIds: readonly string[]): Promise<void> {
  if ((await newcomersTo(tx, causeId, ticketIds)).length === 0) return
  const cause = await lockCause(tx, causeId)
  if (!cause || cause.closedAt !== null) return
  const added = await addMembers(tx, causeId, await newcomersTo(tx, causeId, ticketIds), null)
  if (added.length === 0) return
  await addSteps(
    tx,
    causeId,
    added.map((ticketId) => ({ by: null, what: 'added', ticketId })),
  )
  await linked(tx, tierwise, causeId, added)
}

export async function takeOut(tx: Tx, actor: PersonActor, causeId: string, ticketId: string): Promise<void> {
  const cause = await lockCause(tx, causeId)
  if (!cause) throw new NotFound('cause')
  if (!(await removeMember(tx, causeId, ticketId))) throw new NotFound('ticket')
  await addSteps(tx, causeId, [{ by: actor.personId, what: 'taken-out', ticketId }])
  const first = await oldest(tx, cause.ticketIds)
  for (const [one, other] of [
    [ticketId, first],
    [first, ticketId],
  ] as const)
    if (one !== null && other !== null) await tried(() => unlink(tx, actor, one, other))
  await tellOfCauses(tx, causeId)
}

export async function close(tx: Tx, actor: PersonActor, causeId: string): Promise<void> {
  const cause = await lockCause(tx, causeId)
  if (!cause) throw new NotFound('cause')
  if (cause.closedAt !== null) throw new Refused({ code: 'cause-closed' })
  const tickets = [...(await ticketOutcomes(tx, cause.ticketIds)).values()]
  const openTickets = tickets.filter(({ stage }) => stage !== 'closed').length
  await setClosed(tx, causeId, actor.personId)
  await addSteps(tx, causeId, [{ by: actor.personId, what: 'closed', openTickets }])
  await tellOfCauses(tx, causeId)
}

/** It was not over after all: what comes in like its tickets joins it again. */
export async function reopen(tx: Tx, actor: PersonActor, causeId: string, reason: string): Promise<void> {
  const cause = await lockCause(tx, causeId)
  if (!cause) throw new NotFound('cause')
  if (cause.closedAt === null) throw new Refused({ code: 'cause-open' })
  await setClosed(tx, causeId, null)
  await addSteps(tx, causeId, [{ by: actor.personId, what: 'reopened', reason }])
  await tellOfCauses(tx, causeId)
}

/** Links each with the oldest ticket of the cause, and counts those that are linked. A ticket that they may not move stays a member. */
async function linked(tx: Tx, actor: Actor, causeId: string, added: readonly string[]): Promise<number> {
  const cause = await findCause(tx, causeId)
  const first = await oldest(tx, cause?.ticketIds ?? [])
  let count = 0
  for (const ticketId of added) {
    if (first === null || ticketId === first) continue
    const link = { move: 'link', ticketId: first, kind: 'same-cause' } as const
    if (await tried(() => moveTicket(tx, actor, { ticketId, move: link, seenVersion: null }))) count += 1
  }
  await tellOfCauses(tx, causeId)
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
