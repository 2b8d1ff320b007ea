import { sql } from 'kysely'
import type { Database } from '#platform/database/connect.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { UnknownSenders } from '../../domain/intake.ts'
import type { GraphMailbox, ImapServer, SmtpServer } from '../../contract/mailbox-view.ts'

export type MailboxRow = {
  readonly id: string
  readonly address: string
  readonly name: string
  readonly enabled: boolean
  readonly receives: 'none' | 'imap' | 'smtp' | 'graph'
  readonly imap: ImapServer | null
  /** Sealed. */
  readonly imapSecret: string | null
  readonly smtp: SmtpServer | null
  readonly smtpSecret: string | null
  readonly sends: 'none' | 'smtp' | 'graph'
  readonly graph: GraphMailbox | null
  readonly unknownSenders: UnknownSenders
  readonly subAddresses: boolean
  readonly revision: number
}
export type MailboxSettings = Omit<MailboxRow, 'id' | 'revision'>

const columns = sql`id, address, name, enabled, receives, imap, imap_secret as "imapSecret", smtp,
  smtp_secret as "smtpSecret", sends, graph, unknown_senders as "unknownSenders", sub_addresses as "subAddresses", revision`

/** Oldest first; the first that sends is the one that mail without a better one leaves by. */
export async function listMailboxes({ db, orgId }: Tx): Promise<MailboxRow[]> {
  const { rows } = await sql<MailboxRow>`select ${columns} from mailboxes
    where org_id = ${orgId} and removed_at is null order by created_at, id`.execute(db)
  return rows
}

export async function findMailbox({ db, orgId }: Tx, id: string): Promise<MailboxRow | null> {
  const { rows } = await sql<MailboxRow>`select ${columns} from mailboxes
    where org_id = ${orgId} and id = ${id} and removed_at is null`.execute(db)
  return rows[0] ?? null
}

/** False where the address is taken: in this organisation, or by another that takes mail for it on our SMTP server. */
export async function insertMailbox({ db, orgId, now }: Tx, id: string, given: MailboxSettings): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into mailboxes (org_id, id, address, name, enabled, receives, imap,
      imap_secret, smtp, smtp_secret, sends, graph, unknown_senders, sub_addresses, created_at)
    values (${orgId}, ${id}, ${given.address}, ${given.name}, ${given.enabled}, ${given.receives}, ${json(given.imap)},
      ${given.imapSecret}, ${json(given.smtp)}, ${given.smtpSecret}, ${given.sends}, ${json(given.graph)},
      ${given.unknownSenders}, ${given.subAddresses}, ${now})
    on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}

/** Throws the database's unique violation where the new address is taken. */
export async function updateMailbox({ db, orgId }: Tx, id: string, given: MailboxSettings): Promise<void> {
  await sql`update mailboxes set address = ${given.address}, name = ${given.name}, enabled = ${given.enabled},
      receives = ${given.receives}, imap = ${json(given.imap)}, imap_secret = ${given.imapSecret},
      smtp = ${json(given.smtp)}, smtp_secret = ${given.smtpSecret}, sends = ${given.sends},
      graph = ${json(given.graph)}, graph_link = case when graph is distinct from ${json(given.graph)} then null else graph_link end,
      unknown_senders = ${given.unknownSenders},
      sub_addresses = ${given.subAddresses}, revision = revision + 1
    where org_id = ${orgId} and id = ${id}`.execute(db)
}

export async function removeMailbox({ db, orgId, now }: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update mailboxes set removed_at = ${now}, enabled = false, imap_secret = null,
    smtp_secret = null, revision = revision + 1 where org_id = ${orgId} and id = ${id} and removed_at is null`.execute(
      db,
    )
  return numAffectedRows === 1n
}

/** Every address that this organisation writes or wrote from: mail from them is our own. */
export async function ownAddresses({ db, orgId }: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ address: string }>`select address from mailboxes where org_id = ${orgId}`.execute(
    db,
  )
  return new Set(rows.map((row) => row.address))
}

export type Cursor = { readonly uidValidity: string; readonly uid: number }

export async function loadCursor({ db, orgId }: Tx, id: string): Promise<Cursor | null> {
  const { rows } = await sql<{ uidValidity: string | null; uid: number | null }>`
    select imap_uid_validity as "uidValidity", imap_uid as uid from mailboxes where org_id = ${orgId} and id = ${id}`.execute(
    db,
  )
  const { uidValidity, uid } = rows[0] ?? { uidValidity: null, uid: null }
  return uidValidity === null || uid === null ? null : { uidValidity, uid }
}

export async function saveCursor({ db, orgId }: Tx, id: string, { uidValidity, uid }: Cursor): Promise<void> {
  await sql`update mailboxes set imap_uid_validity = ${uidValidity}, imap_uid = ${uid}
    where org_id = ${orgId} and id = ${id}`.execute(db)
}

export type ReceivingMailbox = { readonly orgId: string; readonly id: string }

/** Asked before the organisation is known: whose mailbox on our SMTP server has this address? */
export async function mailboxReceiving(database: Database, address: string): Promise<ReceivingMailbox | null> {
  const { rows } = await sql<ReceivingMailbox>`
    select org_id as "orgId", id from mailbox_receiving(${address})`.execute(database)
  return rows[0] ?? null
}

function json(value: unknown) {
  return value === null ? null : sql`${JSON.stringify(value)}::jsonb`
}
