import type { Actor } from '#features/people/domain/actor.ts'
import { personById } from '#features/people/server/actions.ts'
import { contextOf } from '#features/devices/server/actions.ts'
import { codesIn } from '#features/knowledge/domain/codes.ts'
import { draftFromDiagnosis, knownIssueExists, recordUse } from '#features/knowledge/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { areasOf } from '../domain/category-areas.ts'
import type { Context } from '../domain/decision.ts'
import type { TicketEvent } from '../domain/events.ts'
import { failureCategoryOf } from '../domain/failure-category.ts'
import { usesIn } from '../domain/known-issue.ts'
import type { MoveOf } from '../domain/moves.ts'
import type { Ticket } from '../domain/ticket.ts'

type Found = Pick<Context, 'knownIssueExists' | 'createdKnownIssue'>

/**
 * Looks up the known issue that a diagnosis links, or writes down the one that it creates, in the transaction of the move: a move
 * that is refused leaves none behind.
 */
export async function knownIssueFor(
  tx: Tx,
  actor: Actor,
  { knownIssue, rootCause, solution }: MoveOf<'diagnose'>,
  ticket: Ticket,
  events: readonly TicketEvent[],
): Promise<Found> {
  const none = { knownIssueExists: false, createdKnownIssue: null }
  if (knownIssue?.kind === 'linked')
    return { ...none, knownIssueExists: await knownIssueExists(tx, knownIssue.id) }
  if (knownIssue?.kind !== 'create' || actor.kind !== 'person' || knownIssue.title.trim() === '') return none
  const { title, codes } = knownIssue
  const id = await writeDown(tx, actor.personId, { title, rootCause, solution, codes, ticket, events })
  return { ...none, createdKnownIssue: id }
}

const longestTitle = 300

type Writing = {
  readonly title: string
  readonly rootCause: string
  readonly solution: string
  /** Those of the ticket's codes that are of this issue; left out: all. */
  readonly codes?: readonly string[] | undefined
  readonly ticket: Ticket
  readonly events: readonly TicketEvent[]
}

/** A draft of a known issue, in the language of whoever writes it, with what the ticket says of its codes, platform, subject and failure. */
export async function writeDown(
  tx: Tx,
  byPerson: string,
  { title, rootCause, solution, codes, ticket, events }: Writing,
): Promise<string> {
  const writer = await personById(tx, byPerson)
  return draftFromDiagnosis(tx, {
    title: title.slice(0, longestTitle),
    rootCause,
    solution,
    codes: codesOfTicket(events).filter((code) => codes?.includes(code) ?? true),
    platform: ticket.platform,
    areas: areasOf(ticket.category),
    graphFailureCategory: failureCategoryOf(ticket, await contextOf(tx, ticket.requesterId)),
    language: writer?.language ?? 'en',
    byPerson,
    ticketId: ticket.id,
  })
}

/** Counts what known issues were used for by what just happened. */
export async function countUses(
  tx: Tx,
  ticketId: string,
  events: readonly TicketEvent[],
  before: number,
): Promise<void> {
  for (const use of usesIn(events, before)) await recordUse(tx, { ...use, ticketId })
}

/** The codes that were written in a ticket, each once. */
export function codesOfTicket(events: readonly TicketEvent[]): readonly string[] {
  const texts = events.flatMap(({ fact }) => ('words' in fact ? Object.values(fact.words) : []))
  return [...new Set(texts.flatMap((text) => codesIn(text)))]
}
