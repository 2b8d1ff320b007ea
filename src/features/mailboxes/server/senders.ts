import { createMailSender, type MailSender } from '#integrations/mail/send.ts'
import type { Platform } from '#platform/platform.ts'
import { graphWay, type MailWay } from './graph/send-graph.ts'
import { smtpSettings } from './settings.ts'
import type { MailboxRow } from './store/mailboxes.ts'

/** Open connections to mail servers, per mailbox and per revision of its settings. */
export type Senders = {
  readonly of: (platform: Platform, orgId: string, mailbox: MailboxRow) => Promise<MailWay>
  readonly close: () => Promise<void>
}

/** A name may come to mean another address: connections are made anew after this long. */
const longestUse = 10 * 60_000

export function createSenders(): Senders {
  const known = new Map<
    string,
    { readonly revision: number; readonly until: number; readonly sender: Promise<MailSender> }
  >()
  const drop = (id: string): void => {
    // A pool that never came to be has nothing to close.
    known.get(id)?.sender.then(
      (sender) => sender.close(),
      () => undefined,
    )
    known.delete(id)
  }
  return {
    of(platform, orgId, mailbox) {
      // Nothing to hold: the way to Graph is shared in this process.
      if (mailbox.sends === 'graph') return Promise.resolve(graphWay(platform, orgId, mailbox))
      const held = known.get(mailbox.id)
      if (held?.revision === mailbox.revision && performance.now() < held.until) return held.sender
      drop(mailbox.id)
      const sender = open(platform, mailbox)
      known.set(mailbox.id, { revision: mailbox.revision, until: performance.now() + longestUse, sender })
      sender.catch(() => known.delete(mailbox.id))
      return sender
    },
    close() {
      for (const id of known.keys()) drop(id)
      return Promise.resolve()
    },
  }
}

async function open(platform: Platform, mailbox: MailboxRow): Promise<MailSender> {
  const settings = await smtpSettings(platform, mailbox)
  if (settings === null) throw new Error('the mailbox does not send')
  return createMailSender(settings)
}
