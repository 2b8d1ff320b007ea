import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Diagnosis, Ticket } from '../../domain/ticket.ts'

/** A ticket by what makes it like others. */
export type ComparedTicket = Pick<Ticket, 'id' | 'category' | 'platform' | 'wave' | 'requesterId' | 'openedAt'> & {
  readonly number: number
  /** What its requester wrote, and the evidence. */
  readonly text: string
  /** What detection wrote in it: it speaks of every ticket in the same words. */
  readonly detected: string
  /** The known issue that its diagnosis names. */
  readonly issueId: string | null
}

const byDetection = sql`e.author_system = 'detection'`
const comparedColumns = sql`t.id, t.number, t.category, t.platform, t.wave, t.requester_id as "requesterId",
  t.opened_at as "openedAt", t.state #>> '{diagnosis,knownIssue,id}' as "issueId",
  (select array[
      coalesce(string_agg(left(worded.value, 4000), E'\n' order by e.number) filter (where ${byDetection} is not true), ''),
      coalesce(string_agg(left(worded.value, 4000), E'\n' order by e.number) filter (where ${byDetection}), '')]
    from ticket_events e cross join lateral jsonb_each_text(e.words) worded
    where e.org_id = t.org_id and e.ticket_id = t.id and e.type in ('opened', 'answered', 'evidence-added')) as written`

type ComparedRow = Omit<ComparedTicket, 'text' | 'detected'> & { readonly written: readonly string[] }

function compared({ written: [text = '', detected = ''], ...row }: ComparedRow): ComparedTicket {
  return { ...row, text, detected }
}

/** Everything opened since a moment, closed or not, the latest first, at most so many. */
export async function openedSince(
  { db, orgId }: Tx,
  since: Instant,
  most: number,
): Promise<readonly ComparedTicket[]> {
  const { rows } = await sql<ComparedRow>`
    select ${comparedColumns} from tickets t where t.org_id = ${orgId} and t.opened_at > ${since}
    order by t.opened_at desc, t.id desc limit ${most}`.execute(db)
  return rows.map(compared)
}

/** The latest tickets with any of these words in them, as people search for them. */
export async function havingAnyWord(
  { db, orgId }: Tx,
  words: readonly string[],
  most: number,
): Promise<readonly ComparedTicket[]> {
  if (words.length === 0) return []
  const any = words.map((word) => `"${word.replaceAll('"', ' ')}"`).join(' or ')
  const { rows } = await sql<ComparedRow>`
    select ${comparedColumns} from (
      select * from tickets where org_id = ${orgId}
        and search @@ (websearch_to_tsquery('dutch', ${any}) || websearch_to_tsquery('english', ${any}))
      order by opened_at desc limit ${most}) t
    order by t.opened_at desc`.execute(db)
  return rows.map(compared)
}

/** The latest tickets of somebody. */
export async function ofRequester(
  { db, orgId }: Tx,
  personId: string,
  most: number,
): Promise<readonly ComparedTicket[]> {
  const { rows } = await sql<ComparedRow>`
    select ${comparedColumns} from tickets t where t.org_id = ${orgId} and t.requester_id = ${personId}
    order by t.opened_at desc limit ${most}`.execute(db)
  return rows.map(compared)
}

/** Tickets by id, as `openedSince` gives them. */
export async function comparedTickets(
  { db, orgId }: Tx,
  ids: readonly string[],
): Promise<readonly ComparedTicket[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ComparedRow>`
    select ${comparedColumns} from tickets t where t.org_id = ${orgId} and t.id = any(${[...ids]}::uuid[])`.execute(
    db,
  )
  return rows.map(compared)
}

/** Where tickets stand and how they were solved, by id. */
export type TicketOutcome = Pick<Ticket, 'id' | 'subject' | 'priority' | 'openedAt' | 'closedAt' | 'wave'> & {
  readonly number: number
  readonly stage: Ticket['stage']['name']
  readonly requester: string
  readonly diagnosis: Diagnosis | null
}

export async function ticketOutcomes(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, TicketOutcome>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<TicketOutcome>`
    select t.id, t.number, t.subject, t.priority, t.opened_at as "openedAt", t.closed_at as "closedAt", t.wave, t.stage,
      p.name as requester, nullif(t.state -> 'diagnosis', 'null') as diagnosis
    from tickets t join persons p on p.org_id = t.org_id and p.id = t.requester_id
    where t.org_id = ${tx.orgId} and t.id = any(${[...new Set(ids)]}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** A ticket whose cause stands, as its events tell it. */
export type DiagnosedTicket = Pick<Ticket, 'id' | 'wave' | 'openedAt'> & {
  readonly number: number
  readonly issueId: string | null
  /** The tier that found the cause, and when. */
  readonly tier: number
  readonly diagnosedAt: Instant
  /** When the contact tier took note of it; null where it found the cause itself, or has yet to. */
  readonly notedAt: Instant | null
  /** When the solution was applied. */
  readonly appliedAt: Instant | null
}

/** Tickets opened since a moment whose cause stands, the latest first, at most so many. Read from their events alone. */
export async function diagnosedSince(
  { db, orgId }: Tx,
  { since, contactTier, most }: { readonly since: Instant; readonly contactTier: number; readonly most: number },
): Promise<readonly DiagnosedTicket[]> {
  const { rows } = await sql<DiagnosedTicket>`
    select t.id, t.number, t.wave, t.opened_at as "openedAt", t.state #>> '{diagnosis,knownIssue,id}' as "issueId",
      (t.state #>> '{diagnosis,byTier}')::int as tier, last.at as "diagnosedAt", later.noted_at as "notedAt", later.applied_at as "appliedAt"
    from tickets t
    cross join lateral (
      select e.number, e.at from ticket_events e where e.org_id = t.org_id and e.ticket_id = t.id and e.type = 'diagnosed'
      order by e.number desc limit 1) last
    cross join lateral (
      select min(e.at) filter (where e.type = 'note-taken' and (e.facts ->> 'tier')::int = ${contactTier}) as noted_at,
        min(e.at) filter (where e.type = 'contacted' and e.facts ->> 'outcome' = 'applied') as applied_at
      from ticket_events e where e.org_id = t.org_id and e.ticket_id = t.id and e.number > last.number
        and e.type in ('note-taken', 'contacted')) later
    where t.org_id = ${orgId} and t.opened_at > ${since} and jsonb_typeof(t.state -> 'diagnosis') = 'object'
    order by t.opened_at desc, t.id desc limit ${most}`.execute(db)
  return rows
}
