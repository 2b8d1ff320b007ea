import type { MailboxInput, MailboxView } from '../../contract/mailbox-view.ts'

export type ServerFields = {
  readonly host: string
  readonly port: string
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string
  /** Empty: the password that was kept stays. */
  readonly password: string
  readonly allowPrivate: boolean
}

export type MailboxFields = {
  readonly address: string
  readonly name: string
  readonly enabled: boolean
  readonly receives: MailboxView['receives']
  readonly imap: ServerFields & { readonly folder: string; readonly processedFolder: string }
  readonly sends: boolean
  readonly smtp: ServerFields
  readonly unknownSenders: MailboxView['unknownSenders']
  readonly subAddresses: boolean
}

const imapDefault = {
  host: '',
  port: '993',
  security: 'tls',
  user: '',
  password: '',
  allowPrivate: false,
  folder: 'INBOX',
  processedFolder: 'Processed',
} as const
const smtpDefault = {
  host: '',
  port: '587',
  security: 'starttls',
  user: '',
  password: '',
  allowPrivate: false,
} as const

export function fieldsOf(mailbox: MailboxView | null): MailboxFields {
  return {
    address: mailbox?.address ?? '',
    name: mailbox?.name ?? '',
    enabled: mailbox?.enabled ?? true,
    receives: mailbox?.receives ?? 'imap',
    imap: mailbox?.imap ? { ...imapDefault, ...mailbox.imap, port: String(mailbox.imap.port) } : imapDefault,
    sends: mailbox === null || mailbox.smtp !== null,
    smtp: mailbox?.smtp
      ? { ...smtpDefault, ...mailbox.smtp, user: mailbox.smtp.user ?? '', port: String(mailbox.smtp.port) }
      : smtpDefault,
    unknownSenders: mailbox?.unknownSenders ?? 'open',
    subAddresses: mailbox?.subAddresses ?? false,
  }
}

export function isComplete(fields: MailboxFields): boolean {
  const isAddress = /^[^\s@]+@[^\s@]+$/.test(fields.address.trim())
  const imap = fields.receives !== 'imap' || (hasServer(fields.imap) && fields.imap.user.trim() !== '')
  return isAddress && fields.name.trim() !== '' && imap && (!fields.sends || hasServer(fields.smtp))
}

function hasServer({ host, port }: ServerFields): boolean {
  return host.trim() !== '' && Number(port) >= 1 && Number(port) <= 65_535
}

export function inputOf(fields: MailboxFields): MailboxInput {
  const { imap, smtp } = fields
  return {
    address: fields.address.trim(),
    name: fields.name.trim(),
    enabled: fields.enabled,
    receives: fields.receives,
    imap:
      fields.receives === 'imap'
        ? { ...server(imap), user: imap.user.trim(), folder: imap.folder, processedFolder: imap.processedFolder }
        : null,
    ...(imap.password === '' ? {} : { imapPassword: imap.password }),
    smtp: fields.sends ? { ...server(smtp), user: smtp.user.trim() === '' ? null : smtp.user.trim() } : null,
    ...(smtp.password === '' ? {} : { smtpPassword: smtp.password }),
    unknownSenders: fields.unknownSenders,
    subAddresses: fields.subAddresses,
  }
}

function server({ host, port, security, allowPrivate }: ServerFields) {
  return { host: host.trim(), port: Number(port), security, allowPrivate }
}
