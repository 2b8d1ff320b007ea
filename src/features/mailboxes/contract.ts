import { z } from 'zod'
import {
  InboundMail,
  InboundMailDetail,
  inboundStates,
  SentMail,
  sentStates,
  SuppressedAddress,
} from './contract/mail-view.ts'
import { Id, MailboxCheck, MailboxInput, MailboxView } from './contract/mailbox-view.ts'

const administrators = ['administrator'] as const
const keepers = ['administrator', 'lead'] as const
const one = z.object({ id: Id })
const page = { before: Id.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }

export const mailboxContract = {
  'GET /api/v1/mailboxes': {
    access: administrators,
    summary: 'The mailboxes of the organisation and how they are doing',
    answer: z.object({
      mailboxes: z.array(MailboxView),
      counts: z.object({ quarantined: z.int(), undeliverable: z.int(), suppressed: z.int() }),
      /** Whether servers in private networks may be named. */
      canBePrivate: z.boolean(),
    }),
  },
  'POST /api/v1/mailboxes': {
    access: administrators,
    status: 201,
    summary: 'Adds a mailbox',
    body: MailboxInput,
    answer: MailboxView,
  },
  'PUT /api/v1/mailboxes/:id': {
    access: administrators,
    summary: 'Changes a mailbox; a password that is left out stays as it is',
    params: one,
    body: MailboxInput,
    answer: MailboxView,
  },
  'DELETE /api/v1/mailboxes/:id': {
    access: administrators,
    summary: 'Removes a mailbox; what came in and went out by it stays',
    params: one,
  },
  'POST /api/v1/mailboxes/check': {
    access: administrators,
    summary:
      'Connects and signs in with these settings, without keeping them; `id` lends the passwords that were kept',
    query: z.object({ id: Id.optional() }),
    body: MailboxInput,
    answer: MailboxCheck,
    rate: { max: 20, seconds: 60 },
    unkeyed: true,
  },
  'GET /api/v1/inbound-mails': {
    access: keepers,
    summary: 'Mail that came in, newest first',
    query: z.object({ state: z.enum(inboundStates).default('quarantined'), ...page }),
    answer: z.object({ mails: z.array(InboundMail) }),
  },
  'GET /api/v1/inbound-mails/:id': {
    access: keepers,
    summary: 'One mail that came in, safe to show',
    params: one,
    answer: InboundMailDetail,
  },
  'GET /api/v1/inbound-mails/:id/raw': {
    access: administrators,
    summary: 'The mail as it came in, to the byte',
    params: one,
    form: 'bytes',
  },
  'POST /api/v1/inbound-mails/:id/retry': {
    access: keepers,
    summary: 'Reads a mail that was set aside again, by the rules of now',
    params: one,
    answer: InboundMail,
    unkeyed: true,
  },
  'POST /api/v1/inbound-mails/:id/open': {
    access: keepers,
    summary: 'Opens a ticket for the sender of a mail that was set aside or ignored',
    params: one,
    answer: InboundMail,
    unkeyed: true,
  },
  'POST /api/v1/inbound-mails/:id/discard': {
    access: keepers,
    summary: 'Leaves a mail for what it is; it stays in the list of discarded mail',
    params: one,
    answer: InboundMail,
  },
  'GET /api/v1/sent-mails': {
    access: keepers,
    summary: 'Mail that went out or could not, with what the mail server said',
    query: z.object({ state: z.enum([...sentStates, 'undeliverable']).optional(), ...page }),
    answer: z.object({ mails: z.array(SentMail) }),
  },
  'POST /api/v1/sent-mails/:id/retry': {
    access: keepers,
    summary: 'Sends a mail again that failed for good',
    params: one,
    answer: SentMail,
  },
  'GET /api/v1/suppressed-addresses': {
    access: keepers,
    summary: 'Addresses that get no mail because a mail server said that they do not exist',
    answer: z.object({ addresses: z.array(SuppressedAddress) }),
  },
  'POST /api/v1/suppressed-addresses/lift': {
    access: keepers,
    summary: 'Lets an address get mail again',
    body: z.strictObject({ address: z.email() }),
  },
} as const
