import type { tenantContract } from '#features/tenant/contract.ts'
import { none, noAsk, only, type Rows } from '../outcomes.ts'
import {
  channelInput,
  channelOn,
  directoryOn,
  tenantInput,
  tenantOn,
  tenantWithoutSecret,
} from '../tenant-fixtures.ts'

const administrators = ['administrator', 'outsider'] as const
const followers = ['administrator', 'auditor', 'planOwner', 'outsider'] as const
const readers = ['administrator', 'auditor', 'outsider'] as const

export const tenantRows: Rows<typeof tenantContract> = {
  'GET /api/v1/tenant': { ask: noAsk, outcomes: only(readers, '200') },
  'PUT /api/v1/tenant': { ask: () => ({ body: tenantInput() }), outcomes: only(administrators, '200') },
  'DELETE /api/v1/tenant': {
    ask: async (world, actor) => {
      await tenantOn(world, actor === 'outsider' ? world.away : world.home)
      return {}
    },
    outcomes: only(administrators, '204'),
  },
  'POST /api/v1/tenant/check': {
    ask: () => ({ body: { key: 'none' } }),
    outcomes: only(administrators, 'not-found'),
  },
  'GET /api/v1/tenant/directory': { ask: noAsk, outcomes: only(followers, '200') },
  'PUT /api/v1/tenant/directory': {
    ask: async (world, actor) => {
      await tenantOn(world, actor === 'outsider' ? world.away : world.home)
      return { body: { groups: [] } }
    },
    outcomes: only(administrators, '200'),
  },
  'GET /api/v1/tenant/directory/groups': {
    ask: async (world, actor) => {
      await tenantWithoutSecret(world, actor === 'outsider' ? world.away : world.home)
      return {}
    },
    outcomes: only(administrators, 'no-tenant'),
  },
  'POST /api/v1/tenant/directory/withdrawals': {
    ask: async (world, actor) => {
      await directoryOn(world, actor === 'outsider' ? world.away : world.home)
      return { body: { decision: 'keep', seen: '0'.repeat(64) } }
    },
    outcomes: only(administrators, 'withdrawals-changed'),
  },
  'POST /api/v1/tenant/directory/sync': { ask: noAsk, outcomes: only(administrators, 'no-groups-chosen') },
  'GET /api/v1/tenant/channels': { ask: noAsk, outcomes: only(readers, '200') },
  'POST /api/v1/tenant/channels': { ask: () => ({ body: channelInput() }), outcomes: only(administrators, '201') },
  'PUT /api/v1/tenant/channels/:id': {
    ask: async (world) => ({ params: { id: await channelOn(world, world.home) }, body: channelInput() }),
    outcomes: only(administrators, '200', none),
  },
  'DELETE /api/v1/tenant/channels/:id': {
    ask: async (world) => ({ params: { id: await channelOn(world, world.home) } }),
    outcomes: only(administrators, '204', none),
  },
  'POST /api/v1/tenant/channels/:id/test': {
    ask: async (world) => ({ params: { id: await channelOn(world, world.home) } }),
    outcomes: only(administrators, '200', none),
  },
}
