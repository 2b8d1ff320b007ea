import { decodeText } from './charset.ts'
import {
  ambiguousNames,
  bouncePhrases,
  bounceSubjects,
  daemons,
  mailRoles,
  mailSystemNames,
  reportFields,
} from './bounce-words.ts'
import { headerValue, type MailAttachment, type ParsedMail } from './parsed-mail.ts'

/** A report about a mail that was sent before: undeliverable, late, delivered, read, or complained about. */
export type Bounce = {
  readonly type: 'failed' | 'delayed' | 'delivered' | 'read' | 'complaint' | 'unknown'
  /** Only those that the report itself names. */
  readonly recipients: readonly BouncedRecipient[]
  /** Message-IDs that may be the reported mail's; proof is the signature in our own. */
  readonly originalIds: readonly string[]
  /** Addresses in the text: one of them may be the recipient, where a sent mail to it is known. */
  readonly mentioned: readonly string[]
}

type Action = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'

export type BouncedRecipient = {
  readonly address: string
  readonly action: Action
  readonly status: string | null
  readonly diagnostic: string | null
}

const longestText = 20_000

/** The report that a mail is, or null. `envelopeFrom` is `''` for the null sender. */
export function readBounce(mail: ParsedMail, envelopeFrom: string | null): Bounce | null {
  const isStructured = reportParts(mail).length > 0 || mail.contentType.type === 'multipart/report'
  const failed = headerValue(mail, 'x-failed-recipients')
  if (!isStructured && failed === null && !looksLikeBounce(mail, envelopeFrom)) return null
  const recipients = statusRecipients(mail)
  return {
    type: typeOf(mail, recipients),
    recipients: recipients.length > 0 ? recipients : namedRecipients(failed ?? ''),
    originalIds: originalIds(mail),
    mentioned: addressesIn((mail.text ?? '').slice(0, longestText)),
  }
}

const reportTypes: ReadonlySet<string> = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
  'message/disposition-notification',
  'message/global-disposition-notification',
  'message/feedback-report',
])

function reportParts(mail: ParsedMail): readonly MailAttachment[] {
  return mail.attachments.filter((attachment) => reportTypes.has(attachment.type))
}

/** Whether a mail without a report's structure is one: it has to come from a mail system and speak like one. */
function looksLikeBounce(mail: ParsedMail, envelopeFrom: string | null): boolean {
  const sender = senderScore(mail, envelopeFrom)
  if (sender >= 4) return true
  const text = (mail.text ?? '').slice(0, longestText).toLowerCase()
  if (sender === 0) return isBareForwardOfBounce(mail, text) || isWordlessReport(mail, text)
  const count = (words: readonly string[]): number => words.filter((word) => text.includes(word)).length
  const subject = hasBounceSubject(mail) ? 2 : 0
  const words = Math.min(2, count(bouncePhrases)) + Math.min(2, count(reportFields))
  const code = /\b[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}\b/.test(text) ? 1 : 0
  const original = mail.attachments.some((attachment) => isOriginal(attachment)) ? 1 : 0
  return sender + subject + words + code + original >= (sender === 1 ? 5 : 4)
}

function hasBounceSubject(mail: ParsedMail): boolean {
  const subject = mail.subject.toLowerCase()
  return bounceSubjects.some((word) => subject.includes(word))
}

/** 4: only a mail system writes from here; 2: probably; 1: perhaps; 0: no sign of one. */
function senderScore(mail: ParsedMail, envelopeFrom: string | null): number {
  const address = (mail.from?.address ?? '').toLowerCase()
  const name = (mail.from?.name ?? '').toLowerCase()
  const local = address === '' ? name : (address.split('@')[0] ?? '')
  if (daemons.has(local)) return 4
  const isNull = envelopeFrom === '' || isDaemonPath(mail.returnPath)
  const isRole =
    mailRoles.some((role) => local.startsWith(role)) || mailSystemNames.some((one) => name.includes(one))
  const isPerhaps = isNoReply(local) || ambiguousNames.some((one) => name.includes(one))
  return (isNull ? 2 : 0) + (isRole || address === '' ? 2 : isPerhaps ? 1 : 0)
}

function isNoReply(local: string): boolean {
  return /^(?:no|do-?not)[-_.]?reply/.test(local)
}

function isDaemonPath(path: string | null): boolean {
  return path !== null && (path === '' || daemons.has((path.split('@')[0] ?? '').toLowerCase()))
}

/**
 * A report that a person passed on with hardly a word of their own: a copy for the file, not a question. Whoever asks
 * something about a returned mail writes more than this, or a question mark.
 */
function isBareForwardOfBounce(mail: ParsedMail, text: string): boolean {
  const forwarded = /^\s*(?:fwd?|doorgestuurd|wg|tr|rv)\s*:/i.test(mail.subject)
  if (!forwarded || !hasBounceSubject(mail)) return false
  const fields = reportFields.filter((field) => text.includes(field)).length
  const marker = text.search(
    /begin forwarded message|-{3,} ?(?:original|forwarded|doorgestuurd|oorspronkelijk)|^>/m,
  )
  const own = text.slice(0, Math.max(0, marker))
  return fields >= 3 && marker !== -1 && !own.includes('?') && own.split(/\s+/).filter(Boolean).length <= 5
}

/** A report that says all it has to say in its subject and the mail attached, and a mailing list's own alarm. */
function isWordlessReport(mail: ParsedMail, text: string): boolean {
  if (mail.subject.startsWith('Loop Alert:')) return true
  const isForwarded = /^\s*(?:fwd?|re|aw|wg|tr|rv|doorgestuurd)\s*:/i.test(mail.subject)
  return (
    !isForwarded &&
    text.trim() === '' &&
    hasBounceSubject(mail) &&
    mail.attachments.some((attachment) => isOriginal(attachment))
  )
}

function typeOf(mail: ParsedMail, recipients: readonly BouncedRecipient[]): Bounce['type'] {
  const types = new Set(reportParts(mail).map((part) => part.type))
  if (types.has('message/feedback-report') || mail.contentType.reportType === 'feedback-report') return 'complaint'
  if ([...types].some((type) => type.includes('disposition-notification'))) return 'read'
  const actions = new Set(recipients.map((recipient) => recipient.action))
  if (actions.has('failed')) return 'failed'
  if (actions.has('delayed')) return 'delayed'
  if (actions.size > 0) return 'delivered'
  if (headerValue(mail, 'x-failed-recipients') !== null) return 'failed'
  const text = `${mail.subject}\n${(mail.text ?? '').slice(0, longestText)}`.toLowerCase()
  if (text.includes('"notificationtype":"complaint"') || text.includes('complaint about message'))
    return 'complaint'
  if (/\bdelayed\b|warning: (?:could not|message)|will (?:keep trying|be retried)|\(delay\)/.test(text))
    return 'delayed'
  return bouncePhrases.some((phrase) => text.includes(phrase)) ? 'failed' : 'unknown'
}

function statusRecipients(mail: ParsedMail): readonly BouncedRecipient[] {
  return reportParts(mail)
    .filter((part) => part.type.endsWith('delivery-status'))
    .flatMap((part) => decodeText(part.content.subarray(0, 200_000), null).text.split(/\n[ \t\r]*\n/))
    .flatMap((group) => {
      const fields = readFields(group)
      const address = addressIn(fields.get('final-recipient') ?? fields.get('original-recipient') ?? '')
      if (address === null) return []
      return [
        {
          address,
          action: actionOf(fields.get('action') ?? ''),
          status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? null,
          diagnostic: fields.get('diagnostic-code')?.slice(0, 1000) ?? null,
        },
      ]
    })
}

/** Anything a report says that is no known success or delay (`expired`, `undeliverable`) is a failure. */
function actionOf(written: string): Action {
  const word = /[a-z]+/.exec(written.toLowerCase())?.[0]
  return word === 'delayed' || word === 'delivered' || word === 'relayed' || word === 'expanded' ? word : 'failed'
}

function namedRecipients(list: string): readonly BouncedRecipient[] {
  return list
    .split(',')
    .slice(0, 100)
    .flatMap((one) => addressIn(one) ?? [])
    .map((address) => ({ address, action: 'failed' as const, status: null, diagnostic: null }))
}

/** `rfc822; a@b`, `<a@b>`, `a@b (comment)`. */
function addressIn(text: string): string | null {
  const last = text.slice(0, 1000).split(';').at(-1) ?? ''
  return /[^\s<>"'(),;:]{1,64}@[^\s<>"'(),;:]{1,255}/.exec(last)?.[0].toLowerCase() ?? null
}

function addressesIn(text: string): readonly string[] {
  const found = text.matchAll(/[a-z0-9.!#$%&*+/=?^_{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi)
  return [...new Set([...found].slice(0, 200).map((match) => match[0].toLowerCase()))].slice(0, 20)
}

function isOriginal(attachment: MailAttachment): boolean {
  return attachment.type === 'message/rfc822' || attachment.type.startsWith('text/rfc822-header')
}

/** Ids of the reported mail, from its attached headers, from the headers of the report, and from its text. */
function originalIds(mail: ParsedMail): readonly string[] {
  const attached = mail.attachments
    .filter((attachment) => isOriginal(attachment))
    .flatMap((attachment) => {
      const head = decodeText(attachment.content.subarray(0, 100_000), null).text.split(/\n\r?\n/, 1)[0] ?? ''
      return idIn(readFields(head).get('message-id') ?? '')
    })
  const written = (mail.text ?? '')
    .slice(0, longestText)
    .split('\n')
    .filter((line) => /^[> \t]{0,20}message-id:/i.test(line.slice(0, 40)))
    .flatMap((line) => idIn(line))
  const reported = reportParts(mail).flatMap((part) =>
    idIn(readFields(decodeText(part.content.subarray(0, 100_000), null).text).get('original-message-id') ?? ''),
  )
  return [...new Set([...attached, ...reported, ...written, ...mail.inReplyTo, ...mail.references])].slice(0, 50)
}

function idIn(text: string): readonly string[] {
  const id = /<([^<>\s]{1,998})>/.exec(text)?.[1]
  return id === undefined ? [] : [id]
}

/** Header-like lines by lower-case name, folded lines joined; the first of a name counts. */
function readFields(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  let last: string | null = null
  for (const line of text.split(/\r?\n/)) {
    if (/^[ \t]/.test(line) && last !== null) {
      fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`.slice(0, 4000))
      continue
    }
    const colon = line.indexOf(':')
    const name = colon > 0 && colon < 60 ? line.slice(0, colon).trim().toLowerCase() : ''
    last = name !== '' && !fields.has(name) ? name : null
    if (last !== null) fields.set(last, line.slice(colon + 1).trim())
  }
  return fields
}
