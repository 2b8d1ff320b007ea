import type { mailboxContract } from '#features/mailboxes/contract.ts'
import * as made from '../fixtures.ts'
import { none, noAsk, only, type Rows } from '../outcomes.ts'
import * as mail from '../mail-fixtures.ts'

const administrators = ['administrator', 'outsider'] as const
const keepers = ['administrator', 'lead', 'outsider'] as const

const mailbox = () => ({ address: `desk${made.next()}@contoso.example`, name: 'Desk', receives: 'none' })

export const mailboxRows: Rows<typeof mailboxContract> = {
  'GET /api/v1/mailboxes': { ask: noAsk, outcomes: only(administrators, '200') },
  'POST /api/v1/mailboxes': { ask: () => ({ body: mailbox() }), outcomes: only(administrators, '201') },
  'PUT /api/v1/mailboxes/:id': {
    ask: async ({ home }) => ({ params: { id: await mail.mailboxOn(home) }, body: mailbox() }),
    outcomes: only(administrators, '200', none),
  },
  'DELETE /api/v1/mailboxes/:id': {
    ask: async ({ home }) => ({ params: { id: await mail.mailboxOn(home) } }),
    outcomes: only(administrators, '204', none),
  },
  'POST /api/v1/mailboxes/check': {
    ask: async ({ home }) => ({ query: { id: await mail.mailboxOn(home) }, body: mailbox() }),
    outcomes: only(administrators, '200', none),
  },
  'GET /api/v1/inbound-mails': { ask: noAsk, outcomes: only(keepers, '200') },
  'GET /api/v1/inbound-mails/:id': {
    ask: async (world) => ({ params: { id: await mail.inboundOn(world, world.home) } }),
    outcomes: only(keepers, '200', none),
  },
  'GET /api/v1/inbound-mails/:id/raw': {
    ask: async (world) => ({ params: { id: await mail.inboundOn(world, world.home) } }),
    outcomes: only(administrators, '200', none),
  },
  'POST /api/v1/inbound-mails/:id/retry': {
    ask: async (world) => ({ params: { id: await mail.inboundOn(world, world.home) } }),
    outcomes: only(keepers, '200', none),
  },
  'POST /api/v1/inbound-mails/:id/open': {
    ask: async (world) => ({ params: { id: await mail.inboundOn(world, world.home) } }),
    outcomes: only(keepers, '200', none),
  },
  'POST /api/v1/inbound-mails/:id/discard': {
    ask: async (world) => ({ params: { id: await mail.inboundOn(world, world.home) } }),
    outcomes: only(keepers, '200', none),
  },
  'GET /api/v1/sent-mails': { ask: noAsk, outcomes: only(keepers, '200') },
  'POST /api/v1/sent-mails/:id/retry': {
    ask: async (world) => ({ params: { id: await mail.failedMailOn(world, world.home) } }),
    // Whether it is somebody else's or has not failed, it cannot be sent again.
    outcomes: only(keepers, '200', { outsider: 'mail-not-failed' }),
  },
  'GET /api/v1/suppressed-addresses': { ask: noAsk, outcomes: only(keepers, '200') },
  'POST /api/v1/suppressed-addresses/lift': {
    ask: async ({ home }) => ({ body: { address: await mail.suppressedOn(home) } }),
    outcomes: only(keepers, '204', none),
  },
}
