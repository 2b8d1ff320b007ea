import type { minutesRoutes } from '#features/bridges/contract/minutes.ts'
import type { noteRoutes } from '#features/bridges/contract/notes.ts'
import type { roomRoutes } from '#features/bridges/contract/room.ts'
import { none, noAsk, only, type Rows, staff } from '../outcomes.ts'
import * as made from '../room-fixtures.ts'
import type { World } from '../world.ts'

const workers = ['tier1', 'tier2', 'tier3', 'lead', 'planOwner', 'administrator', 'outsider'] as const
const agents = (code: string) => ({ tier1: code, tier2: code, tier3: code })

const planned = async (world: World) => ({ params: { id: (await made.plannedRoom(world)).id } })
const running = async (world: World) => ({ params: { id: (await made.runningRoom(world)).id } })
const ended = async (world: World) => ({ params: { id: await made.endedRoom(world) } })
const sent = async (world: World) => ({ params: { id: await made.sentMinutes(world) } })

export const bridgeRoomRows: Rows<typeof roomRoutes & typeof noteRoutes & typeof minutesRoutes> = {
  'GET /api/v1/bridges/meetings/:id/room': { ask: planned, outcomes: staff('200', none) },
  'PUT /api/v1/bridges/meetings/:id/presence': { ask: planned, outcomes: only(workers, '204', none) },
  'DELETE /api/v1/bridges/meetings/:id/presence': { ask: planned, outcomes: only(workers, '204', none) },
  'POST /api/v1/bridges/meetings/:id/begin': { ask: planned, outcomes: only(workers, '200', none) },
  'POST /api/v1/bridges/meetings/:id/end': {
    ask: running,
    outcomes: only(workers, '200', { ...agents('not-the-host'), ...none }),
  },
  'POST /api/v1/bridges/meetings/:id/table': {
    ask: async (world) => {
      const { id, itemId } = await made.runningRoom(world)
      return { params: { id }, body: { next: itemId } }
    },
    outcomes: only(workers, '200', { ...agents('not-the-host'), ...none }),
  },
  'POST /api/v1/bridges/meetings/:id/role': {
    ask: async (world) => ({ ...(await running(world)), body: { role: 'host' } }),
    outcomes: only(workers, '200', { ...agents('host-is-here'), ...none }),
  },
  'POST /api/v1/bridges/meetings/:id/without-quorum': {
    ask: async (world) => ({
      params: { id: (await made.runningRoom(world, world.home, [{ tier: 3, people: 9 }])).id },
      body: { reason: 'Het kan niet wachten' },
    }),
    outcomes: only(workers, '200', { ...agents('not-the-host'), ...none }),
  },
  'POST /api/v1/bridges/meetings/:id/tickets/:ticketId/moves': {
    ask: async (world) => {
      const { id, ticketId } = await made.runningRoom(world)
      return { params: { id, ticketId }, body: { move: { move: 'follow' } } }
    },
    outcomes: only(workers, '200', none),
  },
  'POST /api/v1/bridges/meetings/:id/tasks': {
    ask: async (world) => ({
      ...(await running(world)),
      body: { what: 'Vraag het na', ownerId: world.home.people.jan.id, due: '2027-01-04' },
    }),
    outcomes: only(workers, '200', none),
  },
  'POST /api/v1/bridges/meetings/:id/decisions': {
    ask: async (world) => ({ ...(await running(world)), body: { kind: 'other', what: 'We wachten' } }),
    outcomes: only(workers, '200', none),
  },
  'GET /api/v1/bridges/tasks': { ask: noAsk, outcomes: staff('200') },
  'POST /api/v1/bridges/tasks/:id/done': {
    ask: async (world) => ({ params: { id: await made.taskOn(world) }, body: {} }),
    outcomes: only(workers, '200', { tier1: 'not-your-task', tier3: 'not-your-task', ...none }),
  },
  'GET /api/v1/bridges/decisions': { ask: noAsk, outcomes: staff('200') },
  'POST /api/v1/bridges/decisions/:id/carried-out': {
    ask: async (world) => ({ params: { id: await made.decisionOn(world) } }),
    outcomes: only(workers, '200', { ...agents('needs-plan-rights'), lead: 'needs-plan-rights', ...none }),
  },
  'GET /api/v1/bridges/meetings/:id/notes': { ask: planned, outcomes: staff('200', none) },
  'POST /api/v1/bridges/meetings/:id/notes': {
    ask: async (world) => ({ ...(await planned(world)), body: { after: 0, updates: [] } }),
    outcomes: only(workers, '200', none),
  },
  'GET /api/v1/bridges/meetings/:id/minutes': { ask: ended, outcomes: staff('200', none) },
  'PUT /api/v1/bridges/meetings/:id/minutes': {
    ask: async (world) => ({ ...(await ended(world)), body: { revision: 0, summary: 'Opgelost' } }),
    outcomes: only(workers, '200', { ...agents('not-the-scribe'), ...none }),
  },
  'POST /api/v1/bridges/meetings/:id/minutes/send': {
    ask: async (world) => ({ ...(await ended(world)), body: { revision: 0 } }),
    outcomes: only(workers, '200', { ...agents('not-the-scribe'), ...none }),
  },
  'POST /api/v1/bridges/meetings/:id/minutes/correct': {
    ask: sent,
    outcomes: only(workers, '200', { ...agents('not-the-scribe'), ...none }),
  },
  'GET /api/v1/bridges/meetings/:id/minutes/pdf': { ask: sent, outcomes: staff('200', none) },
}
