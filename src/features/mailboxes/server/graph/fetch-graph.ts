import { graphOf, tenantOf } from '#features/tenant/server/actions.ts'
import { mailLimits } from '#integrations/mail/parsed-mail.ts'
import { type GraphClient, GraphFailure } from '#integrations/microsoft-graph/graph-client.ts'
import {
  type MailHeader,
  makeFolder,
  markRead,
  moveMail,
  newMails,
  rawMail,
} from '#integrations/microsoft-graph/read/mail.ts'
import type { Instant } from '#platform/clock.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import {
  fetchedBefore,
  forgetFetched,
  type GraphPlace,
  loadPlace,
  markFetched,
  savePlace,
} from '../store/graph-mails.ts'
import type { MailboxRow } from '../store/mailboxes.ts'
import { storeMail } from '../store-mail.ts'
import { folderIdOf } from './check-graph.ts'
import { type GraphMailProblem, graphMailProblem, noTenant } from './graph-failures.ts'
import { graphUserOf } from './send-graph.ts'

/** A mailbox that was in use does not become a thousand tickets: the first time only what is unread and this new. */
const firstLookMs = 7 * 86_400_000
/** Mail can come in with an earlier moment than one that was seen before it. */
const overlapMs = 2 * 86_400_000
const rememberedMs = 60 * 86_400_000

type Reading = {
  readonly platform: Platform
  readonly orgId: string
  readonly mailbox: MailboxRow
  readonly graph: GraphClient
  readonly signal: AbortSignal
  /** How often fetching a mail has failed, by its key. */
  readonly attempts: Map<string, number>
}

/**
 * One round: fetches what came in since the last one, keeps each mail for good, and moves it away. What came before is known, also where
 * Microsoft begins anew. Null where it went well.
 */
export async function fetchByGraph(
  platform: Platform,
  orgId: string,
  mailbox: MailboxRow,
  signal: AbortSignal,
  attempts: Map<string, number> = new Map(),
): Promise<GraphMailProblem | null> {
  try {
    const graph = await graphOf(platform, orgId, 'read')
    if (graph === null || mailbox.graph === null) return noTenant
    return await round({ platform, orgId, mailbox, graph, signal, attempts }, mailbox.graph)
  } catch (error) {
    signal.throwIfAborted()
    return graphMailProblem(error)
  }
}

async function round(reading: Reading, { folder, processedFolder }: NonNullable<MailboxRow['graph']>) {
  const { platform, orgId, mailbox, graph, signal } = reading
  const user = graphUserOf(mailbox)
  const within = <Value>(work: (tx: Tx) => Promise<Value>) => inOrganisation(platform, orgId, work)
  const { place, of } = await within(async (tx) => {
    const read = { mailboxId: mailbox.id, tenant: (await tenantOf(tx))?.id ?? null }
    return { place: await loadPlace(tx, read), of: read }
  })
  const folderId = await folderIdOf(graph, user, folder, signal)
  if (folderId === null) return { code: 'mailbox-not-found' as const, answer: folder, retryable: true }
  const now = platform.clock.now()
  const isFirst = place.since === null
  const from = place.since ?? earlier(now, firstLookMs)
  const since = isFirst ? from : earlier(from, overlapMs)
  let latest: Instant = isFirst ? now : from
  let link: string | null = place.link
  let problem: GraphMailProblem | null = null
  const moving = mover(reading, user, processedFolder)
  for await (const page of newMails(graph, { mailbox: user, folder: folderId, link: place.link, since }, signal)) {
    const known = await within((tx) => fetchedBefore(tx, mailbox.id, page.mails.map(keyOf)))
    for (const mail of page.mails) {
      signal.throwIfAborted()
      if (mail.receivedAt !== null && mail.receivedAt > latest) latest = mail.receivedAt
      if (known.has(keyOf(mail))) continue
      const became = isFirst && mail.isRead ? 'left' : await keep(reading, user, mail)
      if (became === 'failed') problem = notFetched
      if (became === 'kept' || became === 'left') await within((tx) => markFetched(tx, mailbox.id, keyOf(mail)))
      if (became === 'kept') await moving(mail)
    }
    link = page.deltaLink ?? link
  }
  // What could not be fetched comes again, with what is known by now.
  if (problem !== null) return problem
  const next: GraphPlace = { link, since: latest }
  await within(async (tx) => {
    await savePlace(tx, of, next)
    await forgetFetched(tx, mailbox.id, earlier(now, rememberedMs))
  })
  return null
}

const attemptsPerMail = 3
const notFetched: GraphMailProblem = { code: 'mail-not-fetched', answer: '', retryable: true }

type Became = 'kept' | 'gone' | 'failed' | 'left'

/** Keeps a mail for good. One that Microsoft will not hand over is left where it is after three tries, so that it does not stop the others. */
async function keep(reading: Reading, user: string, mail: MailHeader): Promise<Became> {
  const { platform, orgId, mailbox, graph, signal, attempts } = reading
  let bytes: Uint8Array
  try {
    bytes = await rawMail(graph, user, mail.id, signal)
  } catch (error) {
    if (
      !(error instanceof GraphFailure) ||
      !['not-found', 'unavailable', 'refused', 'bad-answer'].includes(error.code)
    ) {
      throw error
    }
    // Somebody else took it out of the folder.
    if (error.code === 'not-found') return 'gone'
    const tried = (attempts.get(keyOf(mail)) ?? 0) + 1
    attempts.set(keyOf(mail), tried)
    platform.log.warn({ code: error.code, status: error.status, tried }, 'a mail could not be fetched by Graph')
    return tried < attemptsPerMail ? 'failed' : 'left'
  }
  const isTooLarge = bytes.byteLength > mailLimits.bytes
  await storeMail(
    platform,
    { orgId, id: mailbox.id },
    { bytes: isTooLarge ? headOf(bytes) : bytes, envelopeFrom: null, envelopeTo: [], isTooLarge },
  )
  attempts.delete(keyOf(mail))
  return 'kept'
}

/** Its header, as IMAP would give it alone. */
function headOf(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.subarray(0, 200_000))
  const end = text.indexOf('\r\n\r\n')
  return text.subarray(0, end < 0 ? text.length : end + 4)
}

/** A mailbox in which nothing may be moved gets its mail marked as read, and where that is not allowed either it is left. */
function mover(
  { platform, graph, signal }: Reading,
  user: string,
  folder: string,
): (mail: MailHeader) => Promise<void> {
  let target: Promise<string> | null = null
  const findTarget = async (): Promise<string> =>
    (await folderIdOf(graph, user, folder, signal)) ?? (await makeFolder(graph, user, folder, signal))
  const isRefused = (error: unknown): boolean =>
    error instanceof GraphFailure && ['permission-missing', 'refused', 'not-found'].includes(error.code)
  return async (mail) => {
    try {
      target ??= findTarget()
      await moveMail(graph, { mailbox: user, id: mail.id, folderId: await target }, signal)
    } catch (error) {
      signal.throwIfAborted()
      if (!isRefused(error)) platform.log.warn({ err: error }, 'a mail that was fetched could not be moved')
      await markRead(graph, user, mail.id, signal).catch((second: unknown) => {
        signal.throwIfAborted()
        if (!isRefused(second)) platform.log.warn({ err: second }, 'a mail that was fetched could not be marked')
      })
    }
  }
}

/** The same mail has both each time that it comes; a sender chooses the first only. */
function keyOf({ id, messageId, receivedAt }: MailHeader): string {
  return messageId === null ? `id ${id}`.slice(0, 1100) : `${messageId.slice(0, 1000)} ${receivedAt ?? ''}`
}

function earlier(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) - ms).toISOString()
}
