import { join } from 'node:path'
import { organisationIds } from '#features/people/server/actions.ts'
import { type ImapSettings, type ImapStatus, receiveByImap } from '#integrations/mail/receive-imap.ts'
import { listenForMail, type MailListener } from '#integrations/mail/receive-smtp.ts'
import { withoutToken } from '#integrations/mail/thread-token.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { takeOverFile } from '#platform/files/blobs.ts'
import type { Platform } from '#platform/platform.ts'
import { readGraph } from './graph/read-graph.ts'
import { noteFailure, noteSuccess } from './health.ts'
import { createLocks } from './locks.ts'
import { imapSettings } from './settings.ts'
import { listMailboxes, loadCursor, type MailboxRow, mailboxReceiving, saveCursor } from './store/mailboxes.ts'
import { enterMail, storeMail } from './store-mail.ts'

export type SmtpListening = {
  readonly host: string
  readonly port: number
  readonly tls: { readonly key: string; readonly cert: string } | null
}

export type MailReceiving = {
  /** The port that mail is taken on; null where this node takes none. */
  readonly port: number | null
  readonly close: () => Promise<void>
}

const lookAgainMs = 5_000

/** Reads one mailbox until it is stopped. */
type Receiver = { readonly stop: () => Promise<void> }

/** Takes in mail on this node: by our own SMTP server where one is asked for, and from every mailbox by IMAP or Graph that no other node reads. */
export async function startReceivingMail(
  platform: Platform,
  { smtp }: { readonly smtp: SmtpListening | null },
): Promise<MailReceiving> {
  const listener = smtp === null ? null : await listen(platform, smtp)
  const reading = keepReading(platform)
  return {
    port: listener?.port ?? null,
    close: async () => {
      await Promise.all([listener?.close(), reading.close()])
    },
  }
}

function listen(platform: Platform, { host, port, tls }: SmtpListening): Promise<MailListener> {
  const mailboxOf = (address: string) => mailboxReceiving(platform.database, withoutToken(address))
  return listenForMail(
    {
      host,
      port,
      tls,
      name: new URL(platform.baseUrl).hostname,
      spoolFolder: join(platform.dataFolder, 'mail-spool'),
    },
    {
      isRecipient: async (address) => (await mailboxOf(address)) !== null,
      store: async ({ path, sha256, bytes, envelopeFrom, recipients }) => {
        const byMailbox = new Map<string, { orgId: string; id: string; envelopeTo: string[] }>()
        for (const address of recipients) {
          const mailbox = await mailboxOf(address)
          if (mailbox === null) continue
          const known = byMailbox.get(mailbox.id)
          if (known === undefined) byMailbox.set(mailbox.id, { ...mailbox, envelopeTo: [address] })
          else known.envelopeTo.push(address)
        }
        if (byMailbox.size === 0) throw new Error('the mailbox was removed while mail for it came in')
        const blob = await takeOverFile(platform, { path, sha256, size: bytes })
        for (const { envelopeTo, ...mailbox } of byMailbox.values()) {
          await enterMail(platform, mailbox, blob, { envelopeFrom, envelopeTo })
        }
      },
      onError: (err) => platform.log.error({ err }, 'a mail could not be stored; its sender will try again'),
    },
  )
}

const lockOf = (mailboxId: string): string => `imap ${mailboxId}`

function keepReading(platform: Platform): { readonly close: () => Promise<void> } {
  const readings = new Map<string, { readonly mailboxId: string; readonly receiver: Receiver }>()
  const report = (err: unknown) => platform.log.warn({ err }, 'the mailboxes could not be looked after')
  let closing = false
  let wake: () => void = () => undefined

  const stop = async (key: string): Promise<void> => {
    const reading = readings.get(key)
    if (reading === undefined) return
    readings.delete(key)
    await reading.receiver.stop()
    await locks.free(lockOf(reading.mailboxId))
  }
  const stopAll = async (): Promise<void> => {
    await Promise.all([...readings.keys()].map((key) => stop(key)))
  }
  const locks = createLocks(platform, () => void stopAll().catch(report))

  const look = async (): Promise<void> => {
    const wanted = await wantedMailboxes(platform)
    for (const key of readings.keys()) if (!wanted.has(key)) await stop(key)
    for (const [key, { orgId, mailbox }] of wanted) {
      if (readings.has(key) || closing) continue
      const settings = mailbox.receives === 'imap' ? await imapSettings(platform, mailbox) : null
      if ((settings === null && mailbox.receives === 'imap') || !(await locks.take(lockOf(mailbox.id)))) continue
      const receiver = settings
        ? readImap(platform, orgId, mailbox, settings)
        : readGraph(platform, orgId, mailbox)
      readings.set(key, { mailboxId: mailbox.id, receiver })
    }
  }

  const run = async (): Promise<void> => {
    while (!closing) {
      await look().catch(report)
      if (closing) return
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, lookAgainMs).unref()
      })
    }
  }

  const running = run()
  return {
    close: async () => {
      closing = true
      wake()
      await running
      await stopAll()
      locks.close()
    },
  }
}

/** Every mailbox to read, by id and revision: one whose settings changed is another. */
async function wantedMailboxes(platform: Platform) {
  const wanted = new Map<string, { readonly orgId: string; readonly mailbox: MailboxRow }>()
  for (const orgId of await organisationIds(platform)) {
    for (const mailbox of await inOrganisation(platform, orgId, listMailboxes)) {
      const reads = mailbox.enabled && (mailbox.receives === 'imap' || mailbox.receives === 'graph')
      if (reads) wanted.set(`${mailbox.id} ${String(mailbox.revision)}`, { orgId, mailbox })
    }
  }
  return wanted
}

function readImap(platform: Platform, orgId: string, mailbox: MailboxRow, settings: ImapSettings): Receiver {
  const report = (err: unknown) => platform.log.warn({ err }, 'the health of a mailbox could not be written')
  let before: ImapStatus | null = null
  return receiveByImap(settings, {
    loadCursor: () => inOrganisation(platform, orgId, (tx) => loadCursor(tx, mailbox.id)),
    saveCursor: (cursor) => inOrganisation(platform, orgId, (tx) => saveCursor(tx, mailbox.id, cursor)),
    store: ({ raw, isTooLarge }) =>
      storeMail(
        platform,
        { orgId, id: mailbox.id },
        { bytes: raw, envelopeFrom: null, envelopeTo: [], isTooLarge },
      ),
    onStatus: (status) => {
      const [fetched, failed] = [status.lastFetch !== before?.lastFetch, status.failures > (before?.failures ?? 0)]
      before = status
      const { lastError } = status
      if (failed && lastError !== null) {
        inOrganisation(platform, orgId, (tx) => noteFailure(platform, tx, mailbox, 'in', lastError)).catch(report)
      } else if (fetched) inOrganisation(platform, orgId, (tx) => noteSuccess(tx, mailbox.id, 'in')).catch(report)
    },
  })
}
