import { giveCertification } from '#features/people/server/actions.ts'
import type { deviceContract } from '#features/devices/contract.ts'
import { tenantOf } from '#features/tenant/server/actions.ts'
import { actionOn, deviceOfAda, ticketInHand } from '../action-fixtures.ts'
import { findingOn, snapshotOn } from '../device-fixtures.ts'
import * as made from '../fixtures.ts'
import { noAsk, none, only, type Rows, staff } from '../outcomes.ts'
import { tenantOn } from '../tenant-fixtures.ts'
import type { World } from '../world.ts'

const ofAda = (world: World) => ({ params: { personId: world.home.people.ada.id } })

const ofAnotherTier = {
  tier1: 'not-in-allowed-tier',
  tier2: 'not-in-allowed-tier',
  lead: 'not-in-allowed-tier',
} as const
const notTheAsker = { tier1: 'only-the-asker', tier2: 'only-the-asker', lead: 'only-the-asker' } as const

export const deviceRows: Rows<typeof deviceContract> = {
  'GET /api/v1/devices/findings': { ask: noAsk, outcomes: staff('200') },
  'POST /api/v1/devices/findings/look': {
    ask: async (world) => {
      await findingOn(world)
      if ((await world.away.within(tenantOf)) === null) await tenantOn(world, world.away)
      return {}
    },
    // In the tenant of their own organisation.
    outcomes: only(['tier1', 'tier2', 'tier3', 'lead', 'administrator', 'outsider'], '204'),
  },
  'POST /api/v1/devices/findings/:id/dismiss': {
    ask: async (world) => ({ params: { id: await findingOn(world) }, body: { reason: 'On holiday' } }),
    outcomes: only(['tier1', 'tier2', 'tier3', 'lead'], '204'),
  },
  'GET /api/v1/devices/people/:personId': { ask: ofAda, outcomes: staff('200', none) },
  'POST /api/v1/devices/people/:personId/read': {
    ask: async (world) => {
      await tenantOn(world, world.home)
      return ofAda(world)
    },
    outcomes: staff('204', none),
  },
  'GET /api/v1/devices/tickets/:ticketId/actions': {
    ask: async (world) => ({ params: { ticketId: (await made.ticket(world)).id } }),
    outcomes: staff('200', none),
  },
  'POST /api/v1/devices/tickets/:ticketId/actions': {
    ask: async (world) => {
      // Rows before this one may have ended it.
      const lead = { personId: world.home.people.lies.id, tier: 1, until: null, overrideReason: null }
      await world.home.within((tx) => giveCertification(tx, 'tierwise', lead))
      return {
        params: { ticketId: await ticketInHand(world) },
        body: { deviceId: await deviceOfAda(world), action: 'sync' },
      }
    },
    outcomes: only(['tier1'], '201', {
      tier2: 'not-your-ticket',
      tier3: 'not-your-ticket',
      lead: 'not-your-ticket',
    }),
  },
  'POST /api/v1/devices/actions/:id/agree': {
    ask: async (world) => ({ params: { id: await actionOn(world, 'max') } }),
    outcomes: only(['tier3'], '200', ofAnotherTier),
  },
  'POST /api/v1/devices/actions/:id/decline': {
    ask: async (world) => ({ params: { id: await actionOn(world, 'max') }, body: { reason: 'Found' } }),
    outcomes: only(['tier3'], '200', ofAnotherTier),
  },
  'POST /api/v1/devices/actions/:id/withdraw': {
    ask: async (world) => ({ params: { id: await actionOn(world, 'mira') } }),
    outcomes: only(['tier3'], '200', notTheAsker),
  },
  'POST /api/v1/devices/actions/:id/location': {
    ask: async (world) => ({ params: { id: await actionOn(world, 'mira') } }),
    outcomes: only(['tier3'], 'no-location', notTheAsker),
  },
  'GET /api/v1/devices/actions': {
    ask: noAsk,
    outcomes: only(['administrator', 'auditor', 'lead', 'outsider'], '200'),
  },
  'GET /api/v1/devices/snapshots/:id': {
    ask: async (world) => ({ params: { id: await snapshotOn(world) } }),
    outcomes: staff('200', none),
  },
}
