import { readFile } from 'node:fs/promises'
import { organiserAddressOf, rememberOrganiser } from '#features/invitations/server/actions.ts'
import { writeCalendar } from '#integrations/calendar/write-calendar.ts'
import { AddressUnusable, compose, type ComposedMail, type OutgoingMail } from '#integrations/mail/compose.ts'
import type { MailToSend } from '#integrations/mail/mail-to-send.ts'
import { failureOf } from '#integrations/mail/send.ts'
import { aliasAddress, signMessageId, signReplyAddress } from '#integrations/mail/thread-token.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { UpstreamFailed } from '#platform/errors.ts'
import { blobPath } from '#platform/files/blobs.ts'
import { filesById } from '#platform/files/files.ts'
import { type Deliverer, mostAttempts } from '#platform/outbox/deliver.ts'
import type { Platform } from '#platform/platform.ts'
import { type Withheld, withholdAnswer } from '../domain/automatic-answers.ts'
import type { WaySent } from './graph/send-graph.ts'
import { noteFailure, noteSuccess } from './health.ts'
import type { Senders } from './senders.ts'
import { answersKnown, enterAnswer, isSuppressed, suppress } from './store/answers.ts'
import { mailThatOpened } from './store/inbound-mails.ts'
import { listMailboxes, type MailboxRow, ownAddresses } from './store/mailboxes.ts'
import { conversationIds, hasHeardFromUs, recordSending, type Sending } from './store/sent-mails.ts'
import { tellKeepers } from './tell-keepers.ts'
import { threadKey } from './thread-key.ts'

/** Brings one mail of the outbox to the mail server, and writes down what it said. */
export function mailDeliverer(senders: Senders): Deliverer {
  return async (platform, { orgId, id, payload, attempt }) => {
    const mail = payload as MailToSend
    const prepared = await inOrganisation(platform, orgId, (tx) => prepare(platform, tx, id, mail))
    const { log, mailbox, outgoing } = prepared
    const write = (sending: Pick<Sending, 'state' | 'reason' | 'answer'>) => ({ ...log, ...sending })
    if (prepared.withheld !== null) return null
    if (mailbox === null || outgoing === null) {
      await inOrganisation(platform, orgId, (tx) =>
        recordSending(tx, write({ state: stateAfter(attempt, true), reason: 'no-mailbox', answer: null })),
      )
      throw new UpstreamFailed('mail', { retryable: true, cause: new Error('no mailbox sends') })
    }
    const sent = await send({ platform, orgId, senders, mailbox }, outgoing)
    await inOrganisation(platform, orgId, async (tx) => {
      if (sent.ok) {
        await recordSending(tx, write({ state: 'sent', reason: null, answer: sent.answer }))
        return noteSuccess(tx, mailbox.id, 'out')
      }
      const { code, answer, retryable } = sent.failure
      await recordSending(tx, write({ state: stateAfter(attempt, retryable), reason: code, answer }))
      if (code === 'recipient-refused') await suppress(tx, { address: log.toAddress, reason: 'refused', answer })
      if (retryable) await noteFailure(platform, tx, mailbox, 'out', sent.failure)
      await tellKeepers(tx, id)
    })
    if (sent.ok) return sent.answer
    throw new UpstreamFailed('mail', { retryable: sent.failure.retryable, cause: new Error(sent.failure.answer) })
  }
}

type Way = {
  readonly platform: Platform
  readonly orgId: string
  readonly senders: Senders
  readonly mailbox: MailboxRow
}

async function send({ platform, orgId, senders, mailbox }: Way, outgoing: OutgoingMail): Promise<WaySent> {
  let composed: ComposedMail
  try {
    composed = await compose(outgoing)
  } catch (error) {
    if (!(error instanceof AddressUnusable)) throw error
    return { ok: false, failure: { code: 'recipient-refused', retryable: false, answer: error.message } }
  }
  try {
    return await (await senders.of(platform, orgId, mailbox)).send(composed)
  } catch (error) {
    return { ok: false, failure: failureOf(error) }
  }
}

function stateAfter(attempt: number, retryable: boolean): 'retrying' | 'failed' {
  return retryable && attempt < mostAttempts ? 'retrying' : 'failed'
}

type Prepared = {
  readonly log: Omit<Sending, 'state' | 'reason' | 'answer'>
  readonly withheld: Withheld | 'own-address' | null
  readonly mailbox: MailboxRow | null
  readonly outgoing: OutgoingMail | null
}

async function prepare(platform: Platform, tx: Tx, id: string, mail: MailToSend): Promise<Prepared> {
  const address = mail.to.address.toLowerCase()
  const mailbox = await senderFor(tx, mail)
  const domain = mailbox?.address.split('@')[1] ?? new URL(platform.baseUrl).hostname
  const key = await threadKey(platform, tx)
  const messageId = signMessageId({ key, ticketId: mail.ticketId, mailId: id, recipient: address, domain })
  const log = {
    id,
    mailboxId: mailbox?.id ?? null,
    toAddress: address,
    subject: mail.subject,
    messageId,
    automatic: mail.automatic,
    ticketId: mail.ticketId,
  }
  const withheld = await whyWithheld(tx, id, mail, address)
  if (withheld !== null) {
    await recordSending(tx, { ...log, state: 'withheld', reason: withheld, answer: null })
    await tellKeepers(tx, id)
  }
  if (withheld !== null || mailbox === null) return { log, withheld, mailbox, outgoing: null }
  const before =
    mail.ticketId === null
      ? (mail.correspondence?.references ?? [])
      : await conversationIds(tx, mail.ticketId, address)
  const references = before.filter((one) => one !== messageId)
  return {
    log,
    withheld,
    mailbox,
    outgoing: {
      from: { name: mailbox.name, address: mailbox.address },
      to: mail.to,
      replyTo: replyTo(mailbox, mail, key, address),
      subject: mail.subject,
      text: mail.text,
      links: mail.links,
      language: mail.language,
      messageId,
      inReplyTo: references.at(-1) ?? null,
      references,
      date: tx.now,
      automatic: mail.automatic,
      attachments: await attachments(platform, tx, mail.files),
      ...(await calendarPart(tx, mail, mailbox)),
    },
  }
}

/** Answers to an invitation come to the address that it is from, and calendars take news of it from that address alone. */
async function calendarPart(
  tx: Tx,
  { calendar }: MailToSend,
  mailbox: MailboxRow,
): Promise<Pick<OutgoingMail, 'calendar'>> {
  if (calendar === undefined) return {}
  await rememberOrganiser(tx, calendar.uid, mailbox.address)
  const organiser = (await organiserAddressOf(tx, calendar.uid)) ?? mailbox.address
  return { calendar: { method: calendar.method, text: await writeCalendar(calendar, organiser) } }
}

function replyTo(
  mailbox: MailboxRow,
  { ticketId, correspondence }: MailToSend,
  key: Uint8Array,
  recipient: string,
) {
  if (!mailbox.subAddresses) return null
  if (correspondence) return { name: mailbox.name, address: aliasAddress(mailbox.address, correspondence.alias) }
  if (ticketId === null) return null
  return { name: mailbox.name, address: signReplyAddress({ key, ticketId, recipient, mailbox: mailbox.address }) }
}

/** The mailbox that the ticket came in by or the invitation was sent from, where it sends; else the oldest that does. */
async function senderFor(tx: Tx, { ticketId, calendar }: MailToSend): Promise<MailboxRow | null> {
  const sending = (await listMailboxes(tx)).filter((mailbox) => mailbox.enabled && mailbox.sends !== 'none')
  const opening = ticketId === null ? null : await mailThatOpened(tx, ticketId)
  const organiser = calendar === undefined ? null : await organiserAddressOf(tx, calendar.uid)
  const before = ({ id, address }: MailboxRow) => id === opening?.mailboxId || address === organiser
  return sending.find(before) ?? sending[0] ?? null
}

/** Nothing goes to ourselves or to an address that does not exist, and automatic answers go out sparingly. */
async function whyWithheld(
  tx: Tx,
  mailId: string,
  mail: MailToSend,
  address: string,
): Promise<Prepared['withheld']> {
  if ((await ownAddresses(tx)).has(address)) return 'own-address'
  if (await isSuppressed(tx, address)) return 'suppressed'
  if (!mail.automatic || mail.ticketId === null) return null
  const opening = await mailThatOpened(tx, mail.ticketId)
  // The first thing we say by ourselves to somebody who opened a ticket by mail answers that mail.
  if (opening?.fromAddress !== address) return null
  const answer = { address, ticketId: mail.ticketId, mailId }
  if (await hasHeardFromUs(tx, answer)) return null
  const withheld = withholdAnswer({ mayAnswer: opening.mayAnswer, ...(await answersKnown(tx, answer)) })
  if (withheld === null) await enterAnswer(tx, answer)
  return withheld
}

async function attachments(platform: Platform, tx: Tx, ids: readonly string[]) {
  const files = await filesById(tx, ids)
  return Promise.all(
    files.map(async ({ name, type, sha256 }) => ({
      name,
      type,
      content: await readFile(blobPath(platform, sha256)),
    })),
  )
}
