import type { vendorCaseContract } from '#features/vendor-cases/contract.ts'
import { newId } from '#platform/database/id.ts'
import * as made from '../fixtures.ts'
import { none, noAsk, type Outcomes, type Rows, staff } from '../outcomes.ts'
import { caseOn } from '../vendor-fixtures.ts'
import type { World } from '../world.ts'

const onCase = async (world: World) => ({ params: { id: (await caseOn(world, world.home)).id } })
const onTicket = async (world: World) => ({ params: { ticketId: (await made.ticket(world)).id } })
const auditor = { auditor: 'forbidden' } as const

/** Tier 3 may open cases under the plan; who only works on support is told why not. */
const openers = (outcome: string): Outcomes => staff('not-a-case-opener', { ...auditor, ...none, tier3: outcome })
const at = '2026-12-01T09:00:00.000Z'

export const vendorCaseRows: Rows<typeof vendorCaseContract> = {
  'GET /api/v1/vendor-cases': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/vendor-cases/tickets/:ticketId': { ask: onTicket, outcomes: staff('200', none) },
  'POST /api/v1/vendor-cases/tickets/:ticketId/preview': {
    ask: async (world) => ({ ...(await onTicket(world)), body: {} }),
    outcomes: staff('200', { ...auditor, ...none }),
  },
  'POST /api/v1/vendor-cases/tickets/:ticketId': {
    ask: async (world) => ({
      ...(await onTicket(world)),
      body: { version: 1, asked: 'Why?', severity: 'b', channel: 'admin-center' },
    }),
    // A ticket at tier 1 goes up the ordinary way first.
    outcomes: staff('not-the-last-tier', { ...auditor, ...none }),
  },
  'GET /api/v1/vendor-cases/:id': { ask: onCase, outcomes: staff('200', none) },
  'PUT /api/v1/vendor-cases/:id/details': {
    ask: async (world) => ({
      ...(await onCase(world)),
      body: { version: 1, caseNumber: '7', contactName: null, contactAddress: null },
    }),
    outcomes: openers('200'),
  },
  'PUT /api/v1/vendor-cases/:id/next': {
    ask: async (world) => ({ ...(await onCase(world)), body: { version: 1, by: 'us', what: 'Call', at } }),
    outcomes: openers('200'),
  },
  'PUT /api/v1/vendor-cases/:id/packet': {
    ask: async (world) => ({ ...(await onCase(world)), body: { version: 1, asked: 'Why?' } }),
    outcomes: openers('200'),
  },
  'POST /api/v1/vendor-cases/:id/packets': {
    ask: async (world) => ({ ...(await onCase(world)), body: { form: 'text' } }),
    outcomes: openers('201'),
  },
  'GET /api/v1/vendor-cases/:id/packets/:packetId': {
    ask: async (world) => ({ params: { ...(await onCase(world)).params, packetId: newId() } }),
    outcomes: staff('not-found'),
  },
  'POST /api/v1/vendor-cases/:id/mails': {
    ask: async (world) => ({ ...(await onCase(world)), body: { text: 'Hello' } }),
    outcomes: openers('no-contact-address'),
  },
  'POST /api/v1/vendor-cases/:id/mails/preview': {
    ask: async (world) => ({ ...(await onCase(world)), body: { text: 'Hello' } }),
    outcomes: openers('200'),
  },
  'POST /api/v1/vendor-cases/:id/addresses': {
    ask: async (world) => ({ ...(await onCase(world)), body: { address: 'kim@microsoft.example' } }),
    outcomes: openers('200'),
  },
  'GET /api/v1/vendor-cases/:id/files/:fileId': {
    ask: async (world) => ({ params: { ...(await onCase(world)).params, fileId: newId() } }),
    outcomes: staff('not-found'),
  },
  'POST /api/v1/vendor-cases/:id/answered': {
    ask: async (world) => ({ ...(await onCase(world)), body: { text: 'Renew it' } }),
    outcomes: openers('not-waiting-for-vendor'),
  },
  'POST /api/v1/vendor-cases/:id/close': { ask: onCase, outcomes: openers('200') },
}
