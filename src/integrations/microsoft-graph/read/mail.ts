import type { Instant } from '#platform/clock.ts'
import { type GraphClient, GraphFailure } from '../graph-client.ts'
import { flag, found, id, moment, type Raw, record, records, segment, text } from './values.ts'

/** A mail in a mailbox, by its header alone: read it whole with `rawMail`. */
export type MailHeader = {
  /** Stays the same when the mail is moved. */
  readonly id: string
  /** `<a1@contoso.example>`; null where the sender gave none. */
  readonly messageId: string | null
  readonly receivedAt: Instant | null
  readonly isRead: boolean
}

/** One page of a round. `restarted`: the stored link was too old, so that mails which are known come again. */
export type MailPage = {
  readonly mails: readonly MailHeader[]
  readonly removed: readonly string[]
  readonly deltaLink: string | null
  readonly restarted: boolean
}

/** Ids that outlive a move, in every page and round. */
const prefer = { prefer: 'IdType="ImmutableId", odata.maxpagesize=50' }

/** What came into a folder since the stored link; from `since` where there is no link, or where it is too old. */
export async function* newMails(
  graph: GraphClient,
  from: {
    readonly mailbox: string
    readonly folder: string
    readonly link: string | null
    readonly since: Instant
  },
  signal?: AbortSignal,
): AsyncIterable<MailPage> {
  const fresh = `${folderPath(from.mailbox, from.folder)}/messages/delta?$select=internetMessageId,receivedDateTime,isRead&changeType=created&$filter=${encodeURIComponent(`receivedDateTime ge ${from.since}`)}`
  const passed = { headers: prefer, ...(signal && { signal }) }
  if (from.link !== null) {
    try {
      for await (const page of graph.delta(from.link, passed)) yield mailPage(page, false)
      return
    } catch (error) {
      if (!(error instanceof GraphFailure && error.code === 'gone')) throw error
    }
  }
  for await (const page of graph.delta(fresh, passed)) yield mailPage(page, from.link !== null)
}

function mailPage(
  page: { readonly items: readonly unknown[]; readonly deltaLink: string | null },
  restarted: boolean,
): MailPage {
  const raws = page.items.map(record)
  return {
    mails: found(raws.filter((raw) => !('@removed' in raw)).map(mailHeader)),
    removed: found(raws.filter((raw) => '@removed' in raw).map((raw) => text(raw['id']))),
    deltaLink: page.deltaLink,
    restarted,
  }
}

function mailHeader(raw: Raw): MailHeader | null {
  const mailId = text(raw['id'])
  if (mailId === null) return null
  return {
    id: mailId,
    messageId: text(raw['internetMessageId']),
    receivedAt: moment(raw['receivedDateTime']),
    isRead: flag(raw['isRead']) ?? false,
  }
}

/** The mail as it came, in MIME. */
export async function rawMail(
  graph: GraphClient,
  mailbox: string,
  mailId: string,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  return graph.bytes(`${mailPath(mailbox, mailId)}/$value`, { headers: prefer, ...(signal && { signal }) })
}

export async function moveMail(
  graph: GraphClient,
  mail: { readonly mailbox: string; readonly id: string; readonly folderId: string },
  signal?: AbortSignal,
): Promise<void> {
  await graph.post(`${mailPath(mail.mailbox, mail.id)}/move`, {
    headers: prefer,
    body: { destinationId: mail.folderId },
    ...(signal && { signal }),
  })
}

export async function markRead(
  graph: GraphClient,
  mailbox: string,
  mailId: string,
  signal?: AbortSignal,
): Promise<void> {
  await graph.patch(mailPath(mailbox, mailId), {
    headers: prefer,
    body: { isRead: true },
    ...(signal && { signal }),
  })
}

/** The id of a folder by its name, beside the inbox or in it; null where there is none. */
export async function findFolder(
  graph: GraphClient,
  mailbox: string,
  name: string,
  signal?: AbortSignal,
): Promise<string | null> {
  const wanted = name.trim().toLowerCase()
  const passed = { query: { $select: 'id,displayName', $top: 100 }, limit: 1000, ...(signal && { signal }) }
  const folders = `/users/${segment(mailbox)}/mailFolders`
  for (const path of [folders, `${folders}/inbox/childFolders`]) {
    const list = await graph.list(path, passed)
    const one = records(list).find((folder) => text(folder['displayName'])?.toLowerCase() === wanted)
    if (one !== undefined) return id(one['id'])
  }
  return null
}

export async function makeFolder(
  graph: GraphClient,
  mailbox: string,
  name: string,
  signal?: AbortSignal,
): Promise<string> {
  const answer = await graph.post(`/users/${segment(mailbox)}/mailFolders`, {
    body: { displayName: name },
    ...(signal && { signal }),
  })
  return text(record(answer)['id']) ?? ''
}

/** Sends a mail as it was composed, header and all; Microsoft says "taken", not "arrived". It is never sent twice by itself. */
export async function sendRawMail(
  graph: GraphClient,
  mailbox: string,
  mime: Uint8Array,
  signal?: AbortSignal,
): Promise<void> {
  await graph.post(`/users/${segment(mailbox)}/sendMail`, {
    headers: { 'content-type': 'text/plain' },
    body: Buffer.from(mime).toString('base64'),
    ...(signal && { signal }),
  })
}

/** Looks whether the mailbox can be read: throws what stops it. */
export async function lookAtInbox(
  graph: GraphClient,
  mailbox: string,
  folder: string,
  signal?: AbortSignal,
): Promise<void> {
  await graph.get(folderPath(mailbox, folder), { query: { $select: 'id,displayName' }, ...(signal && { signal }) })
}

/** Whether the mailbox exists but is outside what the app's access policy allows. */
export function isOutsideMailPolicy(error: unknown): boolean {
  return (
    error instanceof GraphFailure &&
    error.status === 403 &&
    /access to odata is disabled|accesspolicy/i.test(error.answer)
  )
}

function mailPath(mailbox: string, mailId: string): string {
  return `/users/${segment(mailbox)}/messages/${segment(mailId)}`
}

/** `inbox` and the like are names that Microsoft knows; other folders go by their id. */
function folderPath(mailbox: string, folder: string): string {
  return `/users/${segment(mailbox)}/mailFolders/${segment(folder)}`
}
