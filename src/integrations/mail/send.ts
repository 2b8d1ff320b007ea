import { OutboundRefused, resolveOutside } from '#platform/outbound/guard.ts'
import type { ComposedMail } from './compose.ts'

export type SmtpSettings = {
  readonly host: string
  readonly port: number
  /** `tls`: encrypted from the start; `starttls`: encrypted before anything is said; `none`: in the open. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly signIn: SmtpSignIn | null
  /** The name this server gives itself in the greeting. */
  readonly name: string | null
  readonly allowPrivate: boolean
}

export type SmtpSignIn =
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  | { readonly kind: 'oauth'; readonly user: string; readonly accessToken: string }

export type SendResult =
  | { readonly ok: true; readonly answer: string }
  | { readonly ok: false; readonly failure: SendFailure }

export type SendFailure = {
  readonly code:
    | 'recipient-refused'
    | 'mail-refused'
    | 'sign-in-refused'
    | 'not-reachable'
    | 'not-encrypted'
    | 'address-not-allowed'
    | 'try-later'
  /** Whether the same mail may go through later without anyone doing anything. */
  readonly retryable: boolean
  /** What the server said, word for word. */
  readonly answer: string
}

export type MailSender = {
  readonly send: (mail: ComposedMail) => Promise<SendResult>
  /** Connects and signs in without sending: for the button that tests the settings. */
  readonly check: () => Promise<SendResult>
  readonly close: () => void
}

const seconds = 1000

/** A pool of connections to one SMTP server. The host is resolved and judged once; connections go to that address. */
export async function createMailSender(settings: SmtpSettings): Promise<MailSender> {
  const { address } = await resolveOutside(settings.host, settings)
  // Loaded with the first mail: a start should not wait for it.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    pool: true,
    host: address,
    port: settings.port,
    secure: settings.security === 'tls',
    requireTLS: settings.security === 'starttls',
    ignoreTLS: settings.security === 'none',
    tls: { servername: settings.host, minVersion: 'TLSv1.2' },
    ...(settings.name === null ? {} : { name: settings.name }),
    ...(settings.signIn === null ? {} : { auth: authOf(settings.signIn) }),
    connectionTimeout: 15 * seconds,
    greetingTimeout: 15 * seconds,
    socketTimeout: 60 * seconds,
    maxConnections: 3,
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(mail) {
      const envelope = { from: mail.envelope.from, to: [...mail.envelope.to] }
      try {
        const sent = await transport.sendMail({ raw: Buffer.from(mail.raw), envelope })
        return { ok: true, answer: sent.response }
      } catch (error) {
        return { ok: false, failure: failureOf(error) }
      }
    },
    async check() {
      try {
        await transport.verify()
        return { ok: true, answer: '' }
      } catch (error) {
        return { ok: false, failure: failureOf(error) }
      }
    },
    close: () => transport.close(),
  }
}

function authOf(signIn: SmtpSignIn) {
  return signIn.kind === 'password'
    ? { user: signIn.user, pass: signIn.password }
    : { type: 'OAuth2' as const, user: signIn.user, accessToken: signIn.accessToken }
}

type SmtpError = Error & { code?: string; responseCode?: number; response?: string; command?: string }

/** A server's 5xx is final for this mail; its 4xx, and a line that breaks, are not. */
export function failureOf(error: unknown): SendFailure {
  if (error instanceof OutboundRefused) {
    const isName = error.code === 'name-not-found'
    return { code: isName ? 'not-reachable' : 'address-not-allowed', retryable: isName, answer: error.message }
  }
  if (!(error instanceof Error)) return { code: 'try-later', retryable: true, answer: String(error) }
  const { code = '', responseCode = 0, response, command = '' } = error as SmtpError
  const answer = response ?? error.message
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2')
    return { code: 'sign-in-refused', retryable: true, answer }
  if (code === 'ETLS' || code === 'EREQUIRETLS') return { code: 'not-encrypted', retryable: true, answer }
  if (code === 'EENVELOPE' && responseCode === 0) return { code: 'recipient-refused', retryable: false, answer }
  if (responseCode >= 500) {
    return { code: command.startsWith('RCPT') ? 'recipient-refused' : 'mail-refused', retryable: false, answer }
  }
  if (responseCode >= 400) return { code: 'try-later', retryable: true, answer }
  return { code: 'not-reachable', retryable: true, answer }
}
