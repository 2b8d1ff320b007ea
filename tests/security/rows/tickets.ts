import type { portalContract } from '#features/portal/contract.ts'
import type { ticketContract } from '#features/tickets/contract.ts'
import { findingOn } from '../device-fixtures.ts'
import * as made from '../fixtures.ts'
import { anybody, everybody, none, noAsk, only, type Rows, staff } from '../outcomes.ts'
import type { World } from '../world.ts'

/** Adas ticket, made for it. */
const ofAda = async (world: World) => ({ params: { id: (await made.ticket(world)).id } })
const notBobs = { otherRequester: 'not-found', ...none } as const

export const ticketRows: Rows<typeof ticketContract> = {
  'POST /api/v1/tickets': {
    ask: () => ({ body: { subject: 'It stops', description: 'At the last step.' } }),
    // An auditor too: about a problem of their own.
    outcomes: everybody('201'),
  },
  'GET /api/v1/tickets': { ask: noAsk, outcomes: everybody('200') },
  'GET /api/v1/tickets/counts': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/tickets/plan-versions': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/tickets/migration': {
    ask: async (world) => {
      const { id } = await made.planInForce(world)
      return { query: { from: id, to: id } }
    },
    outcomes: only(['lead', 'planOwner', 'administrator'], '200', none),
  },
  'POST /api/v1/tickets/migration': {
    ask: async (world) => {
      const [{ id: from }, ticket] = [await made.planInForce(world), await made.ticket(world)]
      return { body: { from, to: from, reason: 'Wave 2', tickets: [{ id: ticket.id, version: 1 }] } }
    },
    // It runs under that version already.
    outcomes: only(['lead', 'planOwner', 'administrator'], 'nothing-to-change', none),
  },
  'GET /api/v1/tickets/numbered/:number': {
    ask: async (world) => ({ params: { number: (await made.ticket(world)).number } }),
    outcomes: everybody('200', notBobs),
  },
  'GET /api/v1/tickets/:id': { ask: ofAda, outcomes: everybody('200', notBobs) },
  'POST /api/v1/tickets/findings/:id': {
    ask: async (world) => ({ params: { id: await findingOn(world) } }),
    outcomes: only(['tier1', 'tier2', 'tier3', 'lead'], '200'),
  },
  'POST /api/v1/tickets/:id/moves': {
    ask: async (world) => ({ ...(await ofAda(world)), body: { move: { move: 'claim' } } }),
    outcomes: everybody('not-in-tier', {
      tier1: '200',
      lead: '200',
      auditor: 'auditor-reads-only',
      ...notBobs,
    }),
  },
  'GET /api/v1/tickets/:id/audit': {
    ask: ofAda,
    outcomes: only(['auditor', 'administrator', 'lead'], '200', none),
  },
  'GET /api/v1/tickets/:id/agents': { ask: ofAda, outcomes: staff('200', none) },
  'GET /api/v1/tickets/:id/reach': { ask: ofAda, outcomes: staff('200', none) },
  'GET /api/v1/tickets/:id/evidence-found': { ask: ofAda, outcomes: staff('200', none) },
}

/** Who holds the link acts as its requester, whoever they are signed in as. */
const withLink = async (world: World) => {
  const { id } = await made.ticket(world)
  await made.move(world.home, 'tess', id, { move: 'claim' })
  return { token: await made.portalToken(world, id) }
}

export const portalRows: Rows<typeof portalContract> = {
  'GET /api/v1/portal/questions': { ask: noAsk, outcomes: everybody('200') },
  'POST /api/v1/portal/first-aid': {
    ask: () => ({ body: { text: 'It says 0x80180010', language: 'en' } }),
    outcomes: everybody('200'),
  },
  'POST /api/v1/portal/first-aid/:id/worked': {
    ask: () => ({ params: { id: 'win-enroll-no-connectivity' } }),
    outcomes: everybody('204'),
  },
  'POST /api/v1/portal/visits': {
    ask: async (world) => ({ body: await withLink(world) }),
    outcomes: anybody('200'),
  },
  'POST /api/v1/portal/moves': {
    ask: async (world) => ({
      body: { ...(await withLink(world)), move: { move: 'answer', text: 'It says no' } },
    }),
    outcomes: anybody('200'),
  },
}
