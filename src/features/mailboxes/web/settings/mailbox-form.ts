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

export type GraphFields = {
  /** Empty: the mailbox's own address. */
  readonly user: string
  readonly folder: string
  readonly processedFolder: string
}

export type MailboxFields = {
  readonly address: string
  readonly name: string
  readonly enabled: boolean
  readonly receives: MailboxView['receives']
  readonly imap: ServerFields & { readonly folder: string; readonly processedFolder: string }
  readonly sends: MailboxView['sends']
  readonly smtp: ServerFields
  readonly graph: GraphFields
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

const graphDefault = { user: '', folder: 'inbox', processedFolder: 'Processed' } as const

export function fieldsOf(mailbox: MailboxView | null): MailboxFields {
  return {
    address: mailbox?.address ?? '',
    name: mailbox?.name ?? '',
    enabled: mailbox?.enabled ?? true,
    receives: mailbox?.receives ?? 'imap',
    imap: mailbox?.imap ? { ...imapDefault, ...mailbox.imap, port: String(mailbox.imap.port) } : imapDefault,
    sends: mailbox?.sends ?? 'smtp',
    graph: mailbox?.graph ? { ...mailbox.graph, user: mailbox.graph.user ?? '' } : graphDefault,
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
  const smtp = fields.sends !== 'smtp' || hasServer(fields.smtp)
  const graph =
    !usesGraph(fields) || (fields.graph.folder.trim() !== '' && fields.graph.processedFolder.trim() !== '')
  return isAddress && fields.name.trim() !== '' && imap && smtp && graph
}

/** Whether either way goes through the organisation's Microsoft tenant. */
export function usesGraph({ receives, sends }: Pick<MailboxFields, 'receives' | 'sends'>): boolean {
  return receives === 'graph' || sends === 'graph'
}

function hasServer({ host, port }: ServerFields): boolean {
  return host.trim() !== '' && Number(port) >= 1 && Number(port) <= 65_535
}

export function inputOf(fields: MailboxFields): MailboxInput {
  const { imap, smtp, graph } = fields
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
    smtp:
      fields.sends === 'smtp'
        ? { ...server(smtp), user: smtp.user.trim() === '' ? null : smtp.user.trim() }
        : null,
    ...(smtp.password === '' ? {} : { smtpPassword: smtp.password }),
    sends: fields.sends,
    graph: usesGraph(fields)
      ? {
          user: graph.user.trim() === '' ? null : graph.user.trim(),
          folder: graph.folder.trim(),
          processedFolder: graph.processedFolder.trim(),
        }
      : null,
    unknownSenders: fields.unknownSenders,
    subAddresses: fields.subAddresses,
  }
}

function server({ host, port, security, allowPrivate }: ServerFields) {
  return { host: host.trim(), port: Number(port), security, allowPrivate }
}
