import type { peopleRoutes } from '#features/rollout/contract/people.ts'
import type { readinessRoutes } from '#features/rollout/contract/readiness.ts'
import type { waveRoutes } from '#features/rollout/contract/waves.ts'
import { noDraft } from '../fixtures.ts'
import { noAsk, only, type Rows, staff } from '../outcomes.ts'
import { tenantOn } from '../tenant-fixtures.ts'
import * as made from '../wave-fixtures.ts'

// The outsider is an administrator of another organisation with the same plan: what has a name of the plan is their own.
const managers = ['planOwner', 'administrator', 'outsider'] as const
const noFile = { outsider: 'invalid-input' } as const
const unread = { outsider: 'not-found' } as const
const wave = { params: { key: 'wave-3' } }

const people: Rows<typeof peopleRoutes> = {
  'POST /api/v1/rollout/imports/preview': {
    ask: async (world, actor) => ({ body: { fileId: await made.peopleFile(world, actor) } }),
    outcomes: only(managers, '200', noFile),
  },
  'POST /api/v1/rollout/imports': {
    ask: async (world, actor) => ({ body: await made.lookedAt(world, actor) }),
    outcomes: only(managers, '201', noFile),
  },
  'GET /api/v1/rollout/imports': { ask: noAsk, outcomes: staff('200') },
  'POST /api/v1/rollout/imports/:id/undo': {
    ask: async (world) => ({ params: { id: await made.peopleImport(world) } }),
    outcomes: only(managers, '200', unread),
  },
  'GET /api/v1/rollout/people': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/rollout/people.csv': { ask: noAsk, outcomes: only(managers, '200') },
  'POST /api/v1/rollout/people/assign': {
    ask: ({ home }) => ({ body: { personIds: [home.people.bob.id], wave: 'wave-2' } }),
    // Whoever is not in their organisation is nobody: nobody is changed.
    outcomes: only(managers, '200'),
  },
}

const waves: Rows<typeof waveRoutes> = {
  'GET /api/v1/rollout': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/rollout/waves/:key': { ask: () => wave, outcomes: staff('200') },
  'POST /api/v1/rollout/waves/:key/enrollments': {
    ask: () => ({ ...wave, body: { day: '2026-11-20', enrolled: 4, note: 'Counted' } }),
    outcomes: only(managers, '204'),
  },
  'DELETE /api/v1/rollout/waves/:key/correction': {
    ask: () => ({ params: { key: 'pilot' } }),
    outcomes: only(managers, 'nothing-corrected'),
  },
  'POST /api/v1/rollout/enrollments/read': {
    ask: async (world, actor) => {
      await tenantOn(world, actor === 'outsider' ? world.away : world.home)
      return {}
    },
    outcomes: only(managers, '200'),
  },
  'GET /api/v1/rollout/move-ground': { ask: noAsk, outcomes: only(managers, '200') },
  'POST /api/v1/rollout/waves/:key/move': {
    ask: async (world) => {
      await noDraft(world)
      return { ...wave, body: { ...made.moved, note: 'Later', revision: null } }
    },
    outcomes: only(managers, '200'),
  },
}

const readiness: Rows<typeof readinessRoutes> = {
  'GET /api/v1/rollout/waves/:key/readiness': { ask: () => wave, outcomes: staff('200') },
  'POST /api/v1/rollout/waves/:key/decisions': {
    ask: async (world) => ({
      ...wave,
      body: { outcome: 'no-go', reason: 'Not yet', seen: await made.readAt(world) },
    }),
    outcomes: only(['planOwner'], '201'),
  },
  'POST /api/v1/rollout/conditions/:id/met': {
    ask: async (world) => ({ params: { id: (await made.decisionOn(world)).conditionId } }),
    outcomes: staff('condition-not-yours', { lead: '204', planOwner: '204', ...unread }),
  },
  'GET /api/v1/rollout/decisions/:id/pdf': {
    ask: async (world) => ({ params: { id: (await made.decisionOn(world)).decisionId } }),
    outcomes: staff('200', unread),
  },
}

export const waveRows = { ...people, ...waves, ...readiness }
