import type { Tx } from '#platform/database/transaction.ts'
import type { EventAuthor, TicketEvent, TicketFact } from '../../domain/events.ts'
import type { ChainedEvent } from '../chain.ts'

export async function appendEvents(tx: Tx, ticketId: string, events: readonly ChainedEvent[]): Promise<void> {
  await tx.db
    .insertInto('ticket_events')
    .values(
      events.map(({ event, wordsKey, wordsDigest, previousHash, hash }) => {
        const { type, words, ...facts } = { words: null, ...event.fact }
        return {
          org_id: tx.orgId,
          ticket_id: ticketId,
          number: event.number,
          type,
          at: event.at,
          author_kind: event.by.kind,
          author_id: event.by.kind === 'person' ? event.by.personId : null,
          author_system: event.by.kind === 'system' ? event.by.name : null,
          facts: JSON.stringify(facts),
          words: words && JSON.stringify(words),
          words_key: words && wordsKey && Buffer.from(wordsKey),
          words_digest: Buffer.from(wordsDigest),
          previous_hash: Buffer.from(previousHash),
          hash: Buffer.from(hash),
        }
      }),
    )
    .execute()
}

/** The ticket's events in order, as the rules read them. */
export async function readEvents(tx: Tx, ticketId: string): Promise<readonly TicketEvent[]> {
  return (await eventsOf(tx, ticketId).execute()).map(eventFrom)
}

/** The events of several tickets at once. */
export async function readEventsOf(
  tx: Tx,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TicketEvent[]>> {
  if (ticketIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('ticket_events')
    .select(['ticket_id', 'number', 'type', 'at', 'author_id', 'author_system', 'facts', 'words'])
    .where('org_id', '=', tx.orgId)
    .where('ticket_id', 'in', [...ticketIds])
    .orderBy('number')
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.ticket_id)
  return new Map([...grouped].map(([id, own]) => [id, own.map(eventFrom)]))
}

/** The events with what chains them, for the audit trail. */
export async function readChain(tx: Tx, ticketId: string): Promise<readonly ChainedEvent[]> {
  const rows = await eventsOf(tx, ticketId)
    .select(['words_key', 'words_digest', 'previous_hash', 'hash'])
    .execute()
  return rows.map((row) => ({
    event: eventFrom(row),
    wordsKey: row.words_key,
    wordsDigest: row.words_digest,
    previousHash: row.previous_hash,
    hash: row.hash,
  }))
}

function eventsOf(tx: Tx, ticketId: string) {
  return tx.db
    .selectFrom('ticket_events')
    .select(['number', 'type', 'at', 'author_id', 'author_system', 'facts', 'words'])
    .where('org_id', '=', tx.orgId)
    .where('ticket_id', '=', ticketId)
    .orderBy('number')
}

type EventRow = Awaited<ReturnType<ReturnType<typeof eventsOf>['execute']>>[number]

function eventFrom(row: EventRow): TicketEvent {
  return {
    number: row.number,
    at: row.at,
    by: authorOf(row),
    fact: { type: row.type, ...(row.facts as object), ...wordsOf(row) } as TicketFact,
  }
}

const systemNames = ['clock', 'mail', 'detection'] as const

function authorOf(row: { author_id: string | null; author_system: string | null }): EventAuthor {
  return row.author_id
    ? { kind: 'person', personId: row.author_id }
    : { kind: 'system', name: systemNames.find((name) => name === row.author_system) ?? 'clock' }
}

/** Facts whose type has words, and that lost them to an erasure, read as empty text. */
const worded: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  opened: { subject: '', description: '' },
  replied: { text: '' },
  noted: { text: '' },
  asked: { text: '' },
  answered: { text: '' },
  waiting: { reason: '' },
  'evidence-added': {},
  'handover-offered': { asked: '', waiverReason: '' },
  'sent-back': { reason: '' },
  'lead-warned': { reason: '' },
  diagnosed: { rootCause: '', solution: '', wordingForRequester: '', knownIssue: '' },
  'question-asked': { text: '' },
  'question-answered': { text: '' },
  contacted: { text: '' },
  reopened: { reason: '' },
  'vendor-case-opened': { text: '' },
  'vendor-answered': { text: '' },
  reprioritised: { reason: '' },
  migrated: { reason: '' },
  'brought-to-bridge': { reason: '' },
  'taken-off-bridge': { reason: '' },
}

function wordsOf(row: { type: string; words: unknown }): { words?: unknown } {
  if (row.words) return { words: row.words }
  const empty = worded[row.type]
  return empty ? { words: empty } : {}
}
