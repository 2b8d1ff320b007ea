import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type InboundState = 'stored' | 'processed' | 'ignored' | 'quarantined' | 'discarded'

export type InboundRow = {
  readonly id: string
  readonly mailboxId: string
  readonly mailboxAddress: string
  readonly sha256: string
  readonly fileId: string
  readonly size: number
  readonly receivedAt: Instant
  readonly envelopeFrom: string | null
  readonly envelopeTo: readonly string[]
  readonly state: InboundState
  readonly reason: string | null
  readonly attempts: number
  readonly kind: string | null
  readonly fromAddress: string | null
  readonly fromName: string | null
  readonly subject: string | null
  readonly marks: readonly string[]
  readonly sameMessageId: boolean
  readonly ticketId: string | null
  readonly ticketNumber: number | null
}

const columns = sql`m.id, m.mailbox_id as "mailboxId", b.address as "mailboxAddress", m.sha256, m.file_id as "fileId",
  m.size, m.received_at as "receivedAt", m.envelope_from as "envelopeFrom", m.envelope_to as "envelopeTo", m.state,
  m.reason, m.attempts, m.kind, m.from_address as "fromAddress", m.from_name as "fromName", m.subject, m.marks,
  m.same_message_id as "sameMessageId", m.ticket_id as "ticketId", t.number as "ticketNumber"`
const tables = sql`inbound_mails m join mailboxes b on b.org_id = m.org_id and b.id = m.mailbox_id
  left join tickets t on t.org_id = m.org_id and t.id = m.ticket_id`

export type NewInbound = Pick<
  InboundRow,
  'id' | 'mailboxId' | 'sha256' | 'fileId' | 'size' | 'envelopeFrom' | 'envelopeTo'
>

/** False where this mailbox has had this very mail before. */
export async function insertInbound({ db, orgId, now }: Tx, mail: NewInbound): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into inbound_mails (org_id, id, mailbox_id, sha256, file_id, size,
      received_at, envelope_from, envelope_to, state)
    values (${orgId}, ${mail.id}, ${mail.mailboxId}, ${mail.sha256}, ${mail.fileId}, ${mail.size}, ${now},
      ${mail.envelopeFrom}, ${[...mail.envelopeTo]}::text[], 'stored')
    on conflict (org_id, mailbox_id, sha256) do nothing`.execute(db)
  return numAffectedRows === 1n
}

export async function findInbound({ db, orgId }: Tx, id: string): Promise<InboundRow | null> {
  const { rows } = await sql<InboundRow>`select ${columns} from ${tables}
    where m.org_id = ${orgId} and m.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Takes a mail in hand until the end of the transaction; false where another node has it, or it has left these states. */
export async function claimInbound(
  { db, orgId }: Tx,
  id: string,
  states: readonly InboundState[],
): Promise<boolean> {
  const { rows } = await sql`select id from inbound_mails
    where org_id = ${orgId} and id = ${id} and state = any(${[...states]}::text[])
    for update skip locked`.execute(db)
  return rows.length === 1
}

export type Reading = {
  readonly kind: string
  readonly messageId: string | null
  readonly fromAddress: string | null
  readonly fromName: string | null
  readonly subject: string
  readonly marks: readonly string[]
  readonly mayAnswer: boolean
}

/** Writes down what a mail says, before it is decided what becomes of it. */
export async function saveReading({ db, orgId }: Tx, id: string, reading: Reading): Promise<void> {
  await sql`update inbound_mails m set kind = ${reading.kind}, message_id = ${reading.messageId},
      from_address = ${reading.fromAddress}, from_name = ${reading.fromName}, subject = ${reading.subject.slice(0, 1000)},
      marks = ${[...reading.marks]}::text[], may_answer = ${reading.mayAnswer},
      same_message_id = exists (select from inbound_mails other where other.org_id = m.org_id and other.id <> m.id
        and other.message_id = ${reading.messageId} and other.sha256 <> m.sha256)
    where m.org_id = ${orgId} and m.id = ${id}`.execute(db)
}

export type Ending = {
  readonly state: InboundState
  readonly reason: string | null
  readonly ticketId?: string | null
  readonly personId?: string | null
}

export async function endInbound({ db, orgId, now }: Tx, id: string, ending: Ending): Promise<void> {
  await sql`update inbound_mails set state = ${ending.state}, reason = ${ending.reason},
      ticket_id = coalesce(${ending.ticketId ?? null}::uuid, ticket_id),
      person_id = coalesce(${ending.personId ?? null}::uuid, person_id), processed_at = ${now}
    where org_id = ${orgId} and id = ${id}`.execute(db)
}

/** Tries of a mail that ended in an error of ours, this one included. */
export async function countAttempt({ db, orgId }: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ attempts: number }>`update inbound_mails set attempts = attempts + 1
    where org_id = ${orgId} and id = ${id} returning attempts`.execute(db)
  return rows[0]?.attempts ?? 0
}

/** The ticket of an earlier mail of this sender with one of these ids; the newest. */
export async function ticketOfEarlierMail(
  { db, orgId }: Tx,
  fromAddress: string,
  messageIds: readonly string[],
): Promise<string | null> {
  if (messageIds.length === 0) return null
  const { rows } = await sql<{ ticketId: string }>`select ticket_id as "ticketId" from inbound_mails
    where org_id = ${orgId} and message_id = any(${[...messageIds]}::text[]) and from_address = ${fromAddress}
      and ticket_id is not null and state = 'processed' order by id desc limit 1`.execute(db)
  return rows[0]?.ticketId ?? null
}

export type OpeningMail = {
  readonly id: string
  readonly fromAddress: string
  readonly mayAnswer: boolean
  readonly mailboxId: string
}

/** The mail that a ticket was opened by: the first processed one on it. */
export async function mailThatOpened({ db, orgId }: Tx, ticketId: string): Promise<OpeningMail | null> {
  const { rows } = await sql<OpeningMail>`select m.id, m.from_address as "fromAddress",
      m.may_answer as "mayAnswer", m.mailbox_id as "mailboxId"
    from inbound_mails m where m.org_id = ${orgId} and m.ticket_id = ${ticketId} and m.state = 'processed'
      and m.kind = 'person' order by m.id limit 1`.execute(db)
  return rows[0] ?? null
}

/** Newest first, below `before`. */
export async function listInbound(
  { db, orgId }: Tx,
  { state, before, limit }: { state: InboundState; before: string | undefined; limit: number },
): Promise<InboundRow[]> {
  const below: RawBuilder<unknown> = before === undefined ? sql`` : sql`and m.id < ${before}`
  const { rows } = await sql<InboundRow>`select ${columns} from ${tables}
    where m.org_id = ${orgId} and m.state = ${state} ${below} order by m.id desc limit ${limit}`.execute(db)
  return rows
}

/** Mails that lie stored without being processed since `since`: their job was lost. */
export async function leftStored({ db, orgId }: Tx, since: Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from inbound_mails
    where org_id = ${orgId} and state = 'stored' and received_at < ${since} order by id limit 500`.execute(db)
  return rows.map((row) => row.id)
}
