import type { bridgeContract } from '#features/bridges/contract.ts'
import { itemOn, meetingOn, proposalOn } from '../bridge-fixtures.ts'
import * as made from '../fixtures.ts'
import { none, noAsk, only, type Rows, staff } from '../outcomes.ts'
import { bridgeRoomRows } from './bridge-rooms.ts'

const workers = ['tier1', 'tier2', 'tier3', 'lead', 'planOwner', 'administrator', 'outsider'] as const
const owners = ['planOwner', 'administrator'] as const
const notArranging = { tier1: 'not-the-arranger', tier2: 'not-the-arranger', tier3: 'not-the-arranger' } as const
const soon = '2027-01-04T10:00:00.000Z'

export const bridgeRows: Rows<typeof bridgeContract> = {
  ...bridgeRoomRows,
  'GET /api/v1/bridges': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/bridges/meetings': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/bridges/meetings/:id': {
    ask: async (world) => ({ params: { id: (await meetingOn(world, world.home)).id } }),
    outcomes: staff('200', none),
  },
  'POST /api/v1/bridges/meetings': {
    ask: async (world) => ({ body: { reason: 'Samen kijken', ticketIds: [(await made.ticket(world)).id] } }),
    outcomes: only(workers, '201', none),
  },
  'POST /api/v1/bridges/meetings/:id/move': {
    ask: async (world) => {
      const { id, version } = await meetingOn(world, world.home)
      return { params: { id }, body: { version, startsAt: soon } }
    },
    outcomes: only(workers, '200', { ...notArranging, ...none }),
  },
  'POST /api/v1/bridges/meetings/:id/link': {
    ask: async (world) => {
      const { id, version } = await meetingOn(world, world.home)
      return { params: { id }, body: { version, meetingLink: 'https://meet.example/desk' } }
    },
    outcomes: only(workers, '200', { ...notArranging, ...none }),
  },
  'POST /api/v1/bridges/meetings/:id/cancel': {
    ask: async (world) => {
      const { id, version } = await meetingOn(world, world.home)
      return { params: { id }, body: { version } }
    },
    outcomes: only(workers, '200', { ...notArranging, ...none }),
  },
  'POST /api/v1/bridges/proposals/:id/answer': {
    ask: async (world) => ({ params: { id: await proposalOn(world, world.home) }, body: { call: false } }),
    outcomes: only(workers, '200', { ...notArranging, ...none }),
  },
  'POST /api/v1/bridges/standing/:key/stop': {
    ask: async ({ platform }) => {
      await platform.owner.query('delete from bridge_stops')
      return { params: { key: 'rollout-bridge' }, body: { reason: 'Rustig' } }
    },
    // Of their own plan, which has the same bridge.
    outcomes: only([...owners, 'outsider'], '204'),
  },
  'POST /api/v1/bridges/standing/:key/resume': {
    ask: () => ({ params: { key: 'no-such-bridge' } }),
    outcomes: only([...owners, 'outsider'], 'bridge-not-stopped'),
  },
  'POST /api/v1/bridges/meetings/:id/agenda': {
    ask: async (world) => ({
      params: { id: (await meetingOn(world, world.home)).id },
      body: { text: 'De nieuwe certificaten' },
    }),
    outcomes: only(workers, '201', none),
  },
  'PATCH /api/v1/bridges/meetings/:id/agenda/:itemId': {
    ask: async (world) => ({ params: await itemOn(world, world.home), body: { minutes: 7 } }),
    outcomes: only(workers, '200', { ...notArranging, ...none }),
  },
  'DELETE /api/v1/bridges/meetings/:id/agenda/:itemId': {
    ask: async (world) => ({ params: await itemOn(world, world.home) }),
    // What a colleague added; whoever arranges may take it off too.
    outcomes: only(workers, '200', {
      tier1: 'item-not-yours',
      tier2: 'item-not-yours',
      tier3: 'item-not-yours',
      ...none,
    }),
  },
  'POST /api/v1/bridges/meetings/:id/agenda/refresh': {
    ask: async (world) => ({ params: { id: (await meetingOn(world, world.home)).id } }),
    outcomes: only(workers, '200', none),
  },
  'GET /api/v1/bridges/tickets/:ticketId': {
    ask: async (world) => ({ params: { ticketId: (await made.ticket(world)).id } }),
    outcomes: staff('200', none),
  },
  'GET /api/v1/bridges/figures': { ask: noAsk, outcomes: staff('200') },
}
