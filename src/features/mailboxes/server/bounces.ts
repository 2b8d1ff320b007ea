import type { Bounce } from '#integrations/mail/bounce.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { suppress } from './store/answers.ts'
import { lastSentTo, markBounced, type SentRow, sentByMessageId } from './store/sent-mails.ts'

const daysBack = 7

/**
 * Puts a report with the mail that it is about, and stops mail to an address that does not exist. Only a report that
 * names our own unguessable Message-ID can do that: a made-up report about an address stops nothing.
 * Returns the ticket of that mail.
 */
export async function attachBounce(tx: Tx, mailId: string, bounce: Bounce): Promise<string | null> {
  const proven = await sentByMessageId(tx, bounce.originalIds)
  const sent = proven ?? (await likelyMail(tx, bounce))
  if (sent === null) return null
  const answer = bounce.recipients.map((one) => one.diagnostic ?? one.status).find((text) => text !== null) ?? null
  if (bounce.type === 'failed') {
    await markBounced(tx, sent.id, { mailId, reason: 'bounced', answer })
    if (proven !== null && !isTemporary(bounce)) {
      await suppress(tx, { address: sent.toAddress, reason: 'bounced', answer })
    }
  }
  if (bounce.type === 'complaint' && proven !== null) {
    await suppress(tx, { address: sent.toAddress, reason: 'complained', answer })
  }
  return sent.ticketId
}

async function likelyMail(tx: Tx, bounce: Bounce): Promise<SentRow | null> {
  const named = bounce.recipients.map((one) => one.address)
  const since = new Date(Date.parse(tx.now) - daysBack * 86_400_000).toISOString()
  return lastSentTo(tx, named.length > 0 ? named : bounce.mentioned, since)
}

/** 4.x.x: the address exists, its server gave up for now (a full mailbox, a server that was away). */
function isTemporary(bounce: Bounce): boolean {
  const statuses = bounce.recipients.map((one) => one.status).filter((status) => status !== null)
  return statuses.length > 0 && statuses.every((status) => status.startsWith('4') || status === '5.2.2')
}
