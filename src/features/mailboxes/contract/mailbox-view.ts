import { z } from 'zod'
import { unknownSenders } from '../domain/intake.ts'

export const Id = z.uuid()
export const At = z.iso.datetime()

const Host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[A-Za-z0-9.:_[\]-]+$/)
const Port = z.int().min(1).max(65_535)
const Line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}+$/u)

export const securities = ['tls', 'starttls', 'none'] as const
const Server = z.object({
  host: Host,
  port: Port,
  /** `tls`: encrypted from the start; `starttls`: before anything is said; `none`: in the open. */
  security: z.enum(securities),
  /** May this server be on this machine or in a private network? */
  allowPrivate: z.boolean().default(false),
})

export const ImapServer = Server.extend({
  user: Line,
  folder: Line.default('INBOX'),
  processedFolder: Line.default('Processed'),
})
export type ImapServer = z.infer<typeof ImapServer>

export const SmtpServer = Server.extend({
  /** Null: the server asks for no sign-in. */
  user: Line.nullable().default(null),
})
export type SmtpServer = z.infer<typeof SmtpServer>

export const GraphMailbox = z.object({
  /** The mailbox in the tenant, by its sign-in name or id; null: by its own address. */
  user: Line.nullable().default(null),
  folder: Line.default('inbox'),
  processedFolder: Line.default('Processed'),
})
export type GraphMailbox = z.infer<typeof GraphMailbox>

export const receivings = ['none', 'imap', 'smtp', 'graph'] as const
export const sendings = ['none', 'smtp', 'graph'] as const
type Sending = (typeof sendings)[number]

/** A password that is absent stays as it is; null takes it away. */
const Password = z.string().min(1).max(1000).nullable().optional()

export const MailboxInput = z
  .strictObject({
    address: z.email().max(254),
    name: Line,
    enabled: z.boolean().default(true),
    receives: z.enum(receivings),
    imap: ImapServer.strict().nullable().default(null),
    imapPassword: Password,
    smtp: SmtpServer.strict().nullable().default(null),
    smtpPassword: Password,
    /** Left out: by SMTP where a server is named, else not at all. */
    sends: z.enum(sendings).optional(),
    /** The mailbox in the organisation's Microsoft tenant, where either way goes by Graph. */
    graph: GraphMailbox.strict().nullable().optional(),
    unknownSenders: z.enum(unknownSenders).default('open'),
    subAddresses: z.boolean().default(false),
  })
  .refine((mailbox) => (mailbox.receives === 'imap') === (mailbox.imap !== null), { path: ['imap'] })
  .refine((mailbox) => (sendingOf(mailbox) === 'smtp') === (mailbox.smtp !== null), { path: ['smtp'] })
  .refine(
    (mailbox) =>
      (mailbox.receives === 'graph' || sendingOf(mailbox) === 'graph') === ((mailbox.graph ?? null) !== null),
    { path: ['graph'] },
  )
export type MailboxInput = z.infer<typeof MailboxInput>

export function sendingOf({
  sends,
  smtp,
}: {
  readonly sends?: Sending | undefined
  readonly smtp: SmtpServer | null
}): Sending {
  return sends ?? (smtp === null ? 'none' : 'smtp')
}

const Health = z
  .object({
    lastSuccessAt: At.nullable(),
    failures: z.int(),
    lastError: z.object({ code: z.string(), answer: z.string(), at: At }).nullable(),
    alarmSince: At.nullable(),
  })
  .meta({ id: 'MailHealth', description: 'How one way of a mailbox is doing' })

export const MailboxView = z
  .object({
    id: Id,
    address: z.string(),
    name: z.string(),
    enabled: z.boolean(),
    receives: z.enum(receivings),
    imap: ImapServer.nullable(),
    hasImapPassword: z.boolean(),
    smtp: SmtpServer.nullable(),
    hasSmtpPassword: z.boolean(),
    sends: z.enum(sendings),
    graph: GraphMailbox.nullable(),
    unknownSenders: z.enum(unknownSenders),
    subAddresses: z.boolean(),
    incoming: Health.nullable(),
    outgoing: Health.nullable(),
  })
  .meta({ id: 'Mailbox' })
export type MailboxView = z.infer<typeof MailboxView>

export const MailboxCheck = z
  .object({
    /** Null: nothing to check. */
    imap: z.object({ ok: z.boolean(), code: z.string().nullable(), answer: z.string() }).nullable(),
    smtp: z.object({ ok: z.boolean(), code: z.string().nullable(), answer: z.string() }).nullable(),
    graph: z.object({ ok: z.boolean(), code: z.string().nullable(), answer: z.string() }).nullable(),
  })
  .meta({ id: 'MailboxCheck', description: 'What the servers said to a sign-in' })
export type MailboxCheck = z.infer<typeof MailboxCheck>
