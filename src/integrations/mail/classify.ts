import { type Bounce, readBounce } from './bounce.ts'
import { headerValue, headerValues, type ParsedMail } from './parsed-mail.ts'

/** Who or what wrote a mail. Only a person's mail opens a ticket or is answered. */
export type MailClass =
  | { readonly kind: 'person' }
  | { readonly kind: 'automatic'; readonly sign: string }
  | { readonly kind: 'out-of-office'; readonly sign: string }
  | { readonly kind: 'list'; readonly sign: string }
  | { readonly kind: 'own'; readonly sign: string }
  | { readonly kind: 'bounce'; readonly bounce: Bounce }

export type MailContext = {
  /** The sender given in the SMTP dialogue: `''` is the null sender, null where it is not known (IMAP). */
  readonly envelopeFrom: string | null
  /** Addresses Tierwise itself writes from, in lower case. */
  readonly ownAddresses: ReadonlySet<string>
  readonly isOwnMessageId: (id: string) => boolean
}

export function classify(mail: ParsedMail, context: MailContext): MailClass {
  if (mail.messageId !== null && context.isOwnMessageId(mail.messageId)) return { kind: 'own', sign: 'message-id' }
  const bounce = readBounce(mail, context.envelopeFrom)
  if (bounce !== null) return { kind: 'bounce', bounce }
  const own = [mail.from, mail.sender].find((one) => context.ownAddresses.has(one?.address.toLowerCase() ?? ''))
  if (own !== undefined && own !== null) return { kind: 'own', sign: 'address' }
  const automatic = automaticSign(mail, context.envelopeFrom)
  const absence = isAbsenceSubject(mail.subject)
  if (absence && (automatic !== null || hasReplyPrefix(mail.subject))) {
    return { kind: 'out-of-office', sign: automatic ?? 'subject' }
  }
  if (automatic === 'x-autoreply' || automatic === 'auto-replied')
    return { kind: 'out-of-office', sign: automatic }
  const list = listSign(mail)
  if (list !== null) return { kind: 'list', sign: list }
  // Nobody to talk to is nobody: a ticket needs a requester.
  const sign = automatic ?? ((mail.from?.address ?? '') === '' ? 'no-sender' : null)
  return sign === null ? { kind: 'person' } : { kind: 'automatic', sign }
}

/**
 * Whether an automatic answer may go to the sender. `X-Auto-Response-Suppress` asks for none, but says nothing about
 * who wrote the mail: Outlook puts it on people's own mail.
 */
export function mayAnswerAutomatically(mail: ParsedMail, mailClass: MailClass): boolean {
  if (mailClass.kind !== 'person') return false
  const suppress = headerValues(mail, 'x-auto-response-suppress').join(',').toLowerCase()
  if (suppress !== '' && suppress !== 'none') return false
  return (mail.from?.address ?? '') !== '' && !mail.marks.includes('several-senders')
}

function automaticSign(mail: ParsedMail, envelopeFrom: string | null): string | null {
  const submitted = headerValue(mail, 'auto-submitted')?.trim().toLowerCase() ?? 'no'
  if (submitted.startsWith('auto-replied')) return 'auto-replied'
  if (['x-autoreply', 'x-autorespond', 'x-vacation', 'x-autoresponder'].some((name) => isSet(mail, name))) {
    return 'x-autoreply'
  }
  if (!/^no\b/.test(submitted)) return 'auto-submitted'
  if (envelopeFrom === '' || mail.returnPath === '' || mail.returnPath?.toLowerCase() === 'mailer-daemon') {
    return 'null-sender'
  }
  const precedence = headerValue(mail, 'precedence')?.trim().toLowerCase() ?? ''
  if (precedence === 'auto_reply') return 'x-autoreply'
  if (precedence === 'bulk' || precedence === 'junk') return 'precedence'
  const local = (mail.from?.address ?? '').toLowerCase().split('@')[0] ?? ''
  return /^(?:no|do[-_.]?not|niet)[-_.]?(?:reply|answer|respond|antwoorden|beantwoorden)\b/.test(local)
    ? 'no-reply-address'
    : null
}

function isSet(mail: ParsedMail, name: string): boolean {
  const value = headerValue(mail, name)
  return value !== null && value.trim() !== '' && value.trim().toLowerCase() !== 'no'
}

function listSign(mail: ParsedMail): string | null {
  if (headerValue(mail, 'precedence')?.trim().toLowerCase() === 'list') return 'precedence'
  const list = mail.headers.find((header) => header.name.startsWith('list-'))
  if (list !== undefined) return list.name
  return ['mailing-list', 'x-mailman-version', 'x-mlserver', 'x-ml-name'].find((name) => isSet(mail, name)) ?? null
}

const absenceWords: readonly string[] = [
  'abwesend',
  'abwesenheit',
  'afwezig',
  'auto reply',
  'auto-reply',
  'auto response',
  'autoreply',
  'autorespon',
  'automatic reply',
  'automatisch antwoord',
  'automatische antwort',
  'automatische beantwoording',
  'on vacation',
  'op vakantie',
  'out of office',
  'out of the office',
  'out-of-office',
  'réponse automatique',
  'risposta automatica',
  'respuesta automática',
]

function isAbsenceSubject(subject: string): boolean {
  const text = subject.toLowerCase()
  return absenceWords.some((word) => text.includes(word))
}

/** The way mail servers begin the subject of an automatic answer; people who write about one do not. */
function hasReplyPrefix(subject: string): boolean {
  return /^(?:automatic reply|automatisch antwoord|automatische antwort|réponse automatique|risposta automatica|respuesta automática|auto(?:matic)?[- ]?reply|auto[- ]?response|out of (?:the )?office(?: autoreply| reply)?|niet aanwezig|afwezig(?:heidsbericht)?) ?: ?\S/i.test(
    subject.trim(),
  )
}
