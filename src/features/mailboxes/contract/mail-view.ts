import { z } from 'zod'
import { At, Id } from './mailbox-view.ts'

export const inboundStates = ['stored', 'processed', 'ignored', 'quarantined', 'discarded'] as const

export const InboundMail = z
  .object({
    id: Id,
    mailbox: z.object({ id: Id, address: z.string() }),
    receivedAt: At,
    state: z.enum(inboundStates),
    reason: z.string().nullable(),
    kind: z.string().nullable(),
    fromAddress: z.string().nullable(),
    fromName: z.string().nullable(),
    subject: z.string().nullable(),
    size: z.int(),
    /** What a reader has to know: a guessed charset, several senders, an opened wrapper. */
    marks: z.array(z.string()),
    sameMessageId: z.boolean(),
    ticket: z.object({ id: Id, number: z.int() }).nullable(),
  })
  .meta({ id: 'InboundMail' })
export type InboundMail = z.infer<typeof InboundMail>

export const InboundMailDetail = InboundMail.extend({
  text: z.string().nullable(),
  /** Made safe; for a sandboxed frame. */
  html: z.string().nullable(),
  attachments: z.array(z.object({ name: z.string().nullable(), type: z.string(), size: z.int() })),
}).meta({ id: 'InboundMailDetail' })

export const sentStates = ['sent', 'retrying', 'failed', 'withheld', 'bounced'] as const

export const SentMail = z
  .object({
    id: Id,
    mailbox: z.object({ id: Id, address: z.string() }).nullable(),
    toAddress: z.string(),
    subject: z.string(),
    automatic: z.boolean(),
    state: z.enum(sentStates),
    reason: z.string().nullable(),
    answer: z.string().nullable(),
    attempts: z.int(),
    triedAt: At,
    bouncedAt: At.nullable(),
    ticket: z.object({ id: Id, number: z.int() }).nullable(),
  })
  .meta({ id: 'SentMail' })
export type SentMail = z.infer<typeof SentMail>

export const SuppressedAddress = z
  .object({
    address: z.string(),
    since: At,
    reason: z.enum(['bounced', 'refused', 'complained']),
    answer: z.string().nullable(),
  })
  .meta({ id: 'SuppressedAddress' })
