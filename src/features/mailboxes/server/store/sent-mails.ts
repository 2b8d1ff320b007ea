import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type SentState = 'sent' | 'retrying' | 'failed' | 'withheld' | 'bounced'

export type SentRow = {
  readonly id: string
  readonly mailboxId: string | null
  readonly mailboxAddress: string | null
  readonly toAddress: string
  readonly subject: string
  readonly messageId: string
  readonly automatic: boolean
  readonly state: SentState
  readonly reason: string | null
  readonly answer: string | null
  readonly attempts: number
  readonly triedAt: Instant
  readonly bouncedAt: Instant | null
  readonly ticketId: string | null
  readonly ticketNumber: number | null
}

const columns = sql`s.id, s.mailbox_id as "mailboxId", b.address as "mailboxAddress", s.to_address as "toAddress",
  s.subject, s.message_id as "messageId", s.automatic, s.state, s.reason, s.answer, s.attempts, s.tried_at as "triedAt",
  s.bounced_at as "bouncedAt", s.ticket_id as "ticketId", t.number as "ticketNumber"`
const tables = sql`sent_mails s left join mailboxes b on b.org_id = s.org_id and b.id = s.mailbox_id
  left join tickets t on t.org_id = s.org_id and t.id = s.ticket_id`

export type Sending = Pick<
  SentRow,
  | 'id'
  | 'mailboxId'
  | 'toAddress'
  | 'subject'
  | 'messageId'
  | 'automatic'
  | 'state'
  | 'reason'
  | 'answer'
  | 'ticketId'
>

/** Writes down a try to send, over earlier tries of the same mail. */
export async function recordSending({ db, orgId, now }: Tx, mail: Sending): Promise<void> {
  const answer = mail.answer?.slice(0, 2000) ?? null
  await sql`insert into sent_mails as known (org_id, id, mailbox_id, ticket_id, to_address, subject, message_id,
      automatic, state, reason, answer, attempts, tried_at)
    values (${orgId}, ${mail.id}, ${mail.mailboxId}, ${mail.ticketId}, ${mail.toAddress}, ${mail.subject.slice(0, 1000)},
      ${mail.messageId}, ${mail.automatic}, ${mail.state}, ${mail.reason}, ${answer}, 1, ${now})
    on conflict (org_id, id) do update set mailbox_id = ${mail.mailboxId}, state = ${mail.state}, reason = ${mail.reason},
      answer = ${answer}, attempts = known.attempts + 1, tried_at = ${now}`.execute(db)
}

export async function findSent({ db, orgId }: Tx, id: string): Promise<SentRow | null> {
  const { rows } = await sql<SentRow>`select ${columns} from ${tables}
    where s.org_id = ${orgId} and s.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Newest try first, below `before`. */
export async function listSent(
  { db, orgId }: Tx,
  { states, before, limit }: { states: readonly SentState[]; before: string | undefined; limit: number },
): Promise<SentRow[]> {
  const below: RawBuilder<unknown> = before === undefined ? sql`` : sql`and s.id < ${before}`
  const { rows } = await sql<SentRow>`select ${columns} from ${tables}
    where s.org_id = ${orgId} and s.state = any(${[...states]}::text[]) ${below} order by s.id desc limit ${limit}`.execute(
    db,
  )
  return rows
}

/** The sent mail with one of these Message-IDs, which a report is about. */
export async function sentByMessageId({ db, orgId }: Tx, ids: readonly string[]): Promise<SentRow | null> {
  const { rows } = await sql<SentRow>`select ${columns} from ${tables}
    where s.org_id = ${orgId} and s.message_id = any(${[...ids]}::text[]) order by s.id desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** The last mail sent to one of these addresses since `since`. */
export async function lastSentTo(
  { db, orgId }: Tx,
  addresses: readonly string[],
  since: Instant,
): Promise<SentRow | null> {
  const { rows } = await sql<SentRow>`select ${columns} from ${tables}
    where s.org_id = ${orgId} and s.to_address = any(${[...addresses]}::text[]) and s.tried_at > ${since}
      and s.state in ('sent', 'bounced') order by s.tried_at desc limit 1`.execute(db)
  return rows[0] ?? null
}

export async function markBounced(
  { db, orgId, now }: Tx,
  id: string,
  bounce: { readonly mailId: string; readonly reason: string; readonly answer: string | null },
): Promise<void> {
  await sql`update sent_mails set state = 'bounced', reason = ${bounce.reason},
      answer = coalesce(${bounce.answer?.slice(0, 2000) ?? null}, answer), bounced_at = ${now}, bounce_mail_id = ${bounce.mailId}
    where org_id = ${orgId} and id = ${id}`.execute(db)
}

/** Ids of what we sent with these Message-IDs. */
export async function sentWithMessageIds({ db, orgId }: Tx, messageIds: readonly string[]): Promise<string[]> {
  if (messageIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`select id from sent_mails
    where org_id = ${orgId} and message_id = any(${[...messageIds]}::text[])`.execute(db)
  return rows.map(({ id }) => id)
}

/** Ids of what was said before between this address and the ticket, oldest first: what a reply refers to. */
export async function conversationIds({ db, orgId }: Tx, ticketId: string, address: string): Promise<string[]> {
  const { rows } = await sql<{ messageId: string }>`
    select said.message_id as "messageId" from (
      select message_id, tried_at as at, id from sent_mails
        where org_id = ${orgId} and ticket_id = ${ticketId} and to_address = ${address} and state in ('sent', 'bounced')
      union all
      select message_id, received_at, id from inbound_mails
        where org_id = ${orgId} and ticket_id = ${ticketId} and from_address = ${address} and message_id is not null
          and state = 'processed'
    ) said order by said.at, said.id`.execute(db)
  return rows.map((row) => row.messageId)
}

/** Whether anything but this mail has gone to this address about the ticket. */
export async function hasHeardFromUs(
  { db, orgId }: Tx,
  { ticketId, address, mailId }: { ticketId: string; address: string; mailId: string },
): Promise<boolean> {
  const { rows } = await sql`select from sent_mails where org_id = ${orgId} and ticket_id = ${ticketId}
    and to_address = ${address} and id <> ${mailId} and state in ('sent', 'bounced') limit 1`.execute(db)
  return rows.length > 0
}

export async function mailCounts({
  db,
  orgId,
}: Tx): Promise<{ quarantined: number; undeliverable: number; suppressed: number }> {
  const { rows } = await sql<{ quarantined: number; undeliverable: number; suppressed: number }>`select
    (select count(*) from inbound_mails where org_id = ${orgId} and state = 'quarantined') as quarantined,
    (select count(*) from sent_mails where org_id = ${orgId} and state in ('failed', 'bounced')) as undeliverable,
    (select count(*) from suppressed_addresses where org_id = ${orgId}) as suppressed`.execute(db)
  return rows[0] ?? { quarantined: 0, undeliverable: 0, suppressed: 0 }
}
