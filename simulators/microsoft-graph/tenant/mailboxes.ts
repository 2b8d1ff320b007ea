import { stampOf } from '../clock.ts'
import type { Chance } from '../chance.ts'

export type Recipient = { readonly emailAddress: { readonly name: string; readonly address: string } }

export type MessageRecord = {
  readonly id: string
  readonly createdDateTime: string
  lastModifiedDateTime: string
  readonly receivedDateTime: string
  readonly sentDateTime: string
  readonly hasAttachments: boolean
  readonly internetMessageId: string
  readonly internetMessageHeaders: readonly { readonly name: string; readonly value: string }[]
  readonly subject: string
  readonly bodyPreview: string
  readonly importance: 'low' | 'normal' | 'high'
  parentFolderId: string
  readonly conversationId: string
  isRead: boolean
  isDraft: boolean
  readonly body: { readonly contentType: 'text' | 'html'; readonly content: string }
  readonly sender: Recipient
  readonly from: Recipient
  readonly toRecipients: readonly Recipient[]
  readonly ccRecipients: readonly Recipient[]
  readonly replyTo: readonly Recipient[]
}

export type AttachmentRecord = {
  readonly '@odata.type': '#microsoft.graph.fileAttachment'
  readonly id: string
  readonly name: string
  readonly contentType: string
  readonly size: number
  readonly isInline: boolean
  readonly contentId: string | null
  readonly contentBytes: string
}

export type KeptMessage = {
  readonly record: MessageRecord
  readonly attachments: readonly AttachmentRecord[]
  /** The mail as it came over the wire. */
  readonly mime: string
}

export type MailFolder = {
  readonly id: string
  displayName: string
  readonly wellKnown: string | null
  readonly parentFolderId: string
}

export type Mailbox = {
  readonly userId: string
  readonly address: string
  readonly folders: MailFolder[]
  readonly messages: Map<string, KeptMessage>
  /** Inside what the app's access policy allows? */
  isOpen: boolean
}

const folderNames = [
  ['inbox', 'Inbox'],
  ['sentitems', 'Sent Items'],
  ['drafts', 'Drafts'],
  ['archive', 'Archive'],
  ['deleteditems', 'Deleted Items'],
] as const

export function makeMailbox(userId: string, address: string, chance: Chance): Mailbox {
  const root = itemId(chance, 'AQMkAD')
  return {
    userId,
    address: address.toLowerCase(),
    folders: folderNames.map(([wellKnown, displayName]) => ({
      id: itemId(chance, 'AQMkAD'),
      displayName,
      wellKnown,
      parentFolderId: root,
    })),
    messages: new Map(),
    isOpen: true,
  }
}

export function itemId(chance: Chance, prefix = 'AAMkAG'): string {
  return `${prefix}${chance.id().replaceAll('-', '')}${chance.id().replaceAll('-', '')}=`
}

/** By id or well-known name. */
export function folderOf(mailbox: Mailbox, name: string): MailFolder | undefined {
  return mailbox.folders.find((one) => one.id === name || one.wellKnown === name.toLowerCase())
}

export type NewMail = {
  readonly from: { readonly name?: string; readonly address: string }
  readonly to: readonly { readonly name?: string; readonly address: string }[]
  readonly cc?: readonly { readonly name?: string; readonly address: string }[]
  /** Reached, and named to nobody. */
  readonly bcc?: readonly { readonly name?: string; readonly address: string }[]
  readonly subject: string
  readonly text?: string
  readonly html?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly internetMessageId?: string
  readonly attachments?: readonly {
    readonly name: string
    readonly contentType: string
    readonly contentBytes: string
  }[]
  /** The mail as it is; everything else is read from its header. */
  readonly mime?: string
  readonly conversationId?: string
}

/** A message as Exchange keeps it, and as MIME. */
export function keepMail(
  mail: NewMail,
  mailbox: Mailbox,
  folder: MailFolder,
  chance: Chance,
  at: number,
): KeptMessage {
  const text = mail.text ?? (mail.html ?? '').replace(/<[^>]*>/g, ' ')
  const messageId =
    mail.internetMessageId ?? `<${chance.id()}@${mail.from.address.split('@')[1] ?? 'contoso.example'}>`
  const attachments = (mail.attachments ?? []).map((one) => ({
    '@odata.type': '#microsoft.graph.fileAttachment' as const,
    id: itemId(chance),
    name: one.name,
    contentType: one.contentType,
    size: Buffer.from(one.contentBytes, 'base64').length,
    isInline: false,
    contentId: null,
    contentBytes: one.contentBytes,
  }))
  const from = recipient(mail.from)
  const record: MessageRecord = {
    id: itemId(chance),
    createdDateTime: stampOf(at),
    lastModifiedDateTime: stampOf(at),
    receivedDateTime: stampOf(at),
    sentDateTime: stampOf(at),
    hasAttachments: attachments.length > 0,
    internetMessageId: messageId,
    internetMessageHeaders: Object.entries(mail.headers ?? {}).map(([name, value]) => ({ name, value })),
    subject: mail.subject,
    bodyPreview: text.slice(0, 255),
    importance: 'normal',
    parentFolderId: folder.id,
    conversationId: mail.conversationId ?? itemId(chance, 'AAQkAG'),
    isRead: folder.wellKnown === 'sentitems',
    isDraft: folder.wellKnown === 'drafts',
    body:
      mail.html === undefined
        ? { contentType: 'text', content: text }
        : { contentType: 'html', content: mail.html },
    sender: from,
    from,
    toRecipients: mail.to.map(recipient),
    ccRecipients: (mail.cc ?? []).map(recipient),
    replyTo: [],
  }
  const kept = { record, attachments, mime: mail.mime ?? mimeOf(record, mail, attachments) }
  mailbox.messages.set(record.id, kept)
  return kept
}

export function recipient({ name, address }: { readonly name?: string; readonly address: string }): Recipient {
  return { emailAddress: { name: name ?? address, address } }
}

function mimeOf(record: MessageRecord, mail: NewMail, attachments: readonly AttachmentRecord[]): string {
  const address = ({ emailAddress }: Recipient) => `${word(emailAddress.name)} <${emailAddress.address}>`
  const head = [
    `From: ${address(record.from)}`,
    `To: ${record.toRecipients.map(address).join(', ')}`,
    ...(record.ccRecipients.length > 0 ? [`Cc: ${record.ccRecipients.map(address).join(', ')}`] : []),
    `Subject: ${word(record.subject)}`,
    `Date: ${new Date(record.sentDateTime).toUTCString()}`,
    `Message-ID: ${record.internetMessageId}`,
    ...record.internetMessageHeaders.map(({ name, value }) => `${name}: ${value}`),
    'MIME-Version: 1.0',
  ]
  const body = part(mail.html === undefined ? 'text/plain' : 'text/html', Buffer.from(record.body.content), [])
  if (attachments.length === 0) return [...head, ...body].join('\r\n')
  const boundary = `part-${record.id.slice(6, 26)}`
  const files = attachments.map((one) =>
    part(one.contentType, Buffer.from(one.contentBytes, 'base64'), [
      `Content-Disposition: attachment; filename="${one.name.replace(/["\\\r\n]/g, '')}"`,
    ]),
  )
  return [
    ...head,
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...[body, ...files].flatMap((lines) => [`--${boundary}`, ...lines]),
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

function part(type: string, bytes: Buffer, more: readonly string[]): string[] {
  const charset = type.startsWith('text/') ? '; charset=utf-8' : ''
  const lines = bytes.toString('base64').match(/.{1,76}/g) ?? []
  return [`Content-Type: ${type}${charset}`, 'Content-Transfer-Encoding: base64', ...more, '', ...lines, '']
}

function word(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.replace(/[<>"]/g, '')
  return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
}
