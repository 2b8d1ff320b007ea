import type { courseRoutes } from '#features/training/contract/courses.ts'
import type { lineageRoutes } from '#features/training/contract/lineage.ts'
import type { sessionRoutes } from '#features/training/contract/sessions.ts'
import { none, noAsk, only, type Rows, staff } from '../outcomes.ts'
import { certificateOn, emptyTrainingSession, testOf, trainingSessionOn } from '../training-fixtures.ts'

const keepers = ['planOwner', 'administrator', 'outsider'] as const
const course = { params: { key: 'tier-1' } }
const item = { params: { key: 'tier-1', item: 'overview' } }

const onCourses: Rows<typeof courseRoutes> = {
  'GET /api/v1/training/courses': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/training/courses/:key': { ask: () => course, outcomes: staff('200') },
  'PUT /api/v1/training/courses/:key/items/:item': {
    ask: () => ({ ...item, body: { pages: null } }),
    outcomes: only(keepers, '200'),
  },
  'GET /api/v1/training/courses/:key/items/:item/versions': { ask: () => item, outcomes: only(keepers, '200') },
  'GET /api/v1/training/courses/:key/questions': { ask: () => course, outcomes: only(keepers, '200') },
  'PUT /api/v1/training/courses/:key/questions/:question': {
    ask: () => ({ params: { key: 'tier-1', question: 'overview-privacy' }, body: { state: 'ours' } }),
    outcomes: only(keepers, '200'),
  },
  'POST /api/v1/training/courses/:key/tests': { ask: () => course, outcomes: staff('test-needs-attendance') },
  'GET /api/v1/training/tests/:id': {
    ask: async (world) => ({ params: { id: await testOf(world, world.home, 'tess') } }),
    outcomes: staff('not-found', { tier1: '200' }),
  },
  'POST /api/v1/training/tests/:id/answers': {
    ask: async (world) => ({ params: { id: await testOf(world, world.home, 'tess') }, body: { answers: {} } }),
    outcomes: staff('not-found', { tier1: '200' }),
  },
}

const planned = (trainerId: string) => ({
  trainerId,
  startsAt: '2026-12-01T09:00:00.000Z',
  endsAt: '2026-12-01T11:30:00.000Z',
  timeZone: 'Europe/Amsterdam',
  place: 'Zaal 3',
  link: null,
  seats: 12,
  language: 'nl',
})
const planners = ['tier3', 'lead', 'planOwner', 'administrator'] as const
const runners = ['tier3', 'administrator'] as const

const onSessions: Rows<typeof sessionRoutes> = {
  'GET /api/v1/training': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/training/team': { ask: noAsk, outcomes: only(['lead', ...keepers], '200') },
  'GET /api/v1/training/sessions': { ask: noAsk, outcomes: staff('200') },
  'POST /api/v1/training/sessions': {
    ask: ({ home }) => ({ body: { ...planned(home.people.mira.id), courseKey: 'tier-1' } }),
    outcomes: only(planners, '201', { outsider: 'invalid-input' }),
  },
  'GET /api/v1/training/sessions/:id': {
    ask: async (world) => ({ params: { id: await trainingSessionOn(world, world.home) } }),
    outcomes: staff('200', none),
  },
  'PUT /api/v1/training/sessions/:id': {
    ask: async (world) => ({
      params: { id: await trainingSessionOn(world, world.home) },
      body: planned(world.home.people.mira.id),
    }),
    outcomes: only(planners, '200', none),
  },
  'POST /api/v1/training/sessions/:id/cancel': {
    ask: async (world) => ({
      params: { id: await trainingSessionOn(world, world.home) },
      body: { reason: 'De trainer is ziek' },
    }),
    outcomes: only(planners, '200', none),
  },
  'POST /api/v1/training/sessions/:id/sign-ups': {
    ask: async (world) => ({ params: { id: await emptyTrainingSession(world) }, body: {} }),
    outcomes: staff('not-for-you', { lead: '200', tier3: 'trainer-cannot-attend', ...none }),
  },
  'DELETE /api/v1/training/sessions/:id/sign-ups/:person': {
    ask: async (world) => ({
      params: {
        id: await trainingSessionOn(world, world.home, { inMinutes: 60 }),
        person: world.home.people.lies.id,
      },
    }),
    outcomes: only(['lead', ...runners], '200', none),
  },
  'PUT /api/v1/training/sessions/:id/attendance/:person': {
    ask: async (world) => ({
      params: { id: await trainingSessionOn(world, world.home), person: world.home.people.lies.id },
      body: { attended: true },
    }),
    outcomes: only(runners, '200', none),
  },
  'POST /api/v1/training/sessions/:id/code': {
    ask: async (world) => ({ params: { id: await trainingSessionOn(world, world.home) } }),
    outcomes: only(runners, '200', none),
  },
  'POST /api/v1/training/attendance': {
    ask: () => ({ body: { code: '000000' } }),
    outcomes: staff('room-code-not-right'),
  },
  'POST /api/v1/training/sessions/:id/evaluation': {
    ask: async (world) => ({
      params: { id: await trainingSessionOn(world, world.home, { attended: true }) },
      body: { useful: 4, pace: 4, trainer: 5, remark: null },
    }),
    outcomes: staff('evaluation-needs-attendance', { lead: '204', ...none }),
  },
  'GET /api/v1/training/courses/:key/trainers': { ask: () => course, outcomes: staff('200') },
}

const certificate: Rows<typeof lineageRoutes>['GET /api/v1/training/certificates/:number']['ask'] = async (
  world,
) => ({ params: { number: await certificateOn(world, world.home) } })

const onLineage: Rows<typeof lineageRoutes> = {
  'GET /api/v1/training/lineage': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/training/certificates/:number': { ask: certificate, outcomes: staff('200', none) },
  'GET /api/v1/training/certificates/:number/pdf': {
    // Making one takes seconds; who may is the same as who may read it.
    ask: () => ({ params: { number: '0000-0000-0000' } }),
    outcomes: staff('not-found'),
  },
  'POST /api/v1/training/certificates/:number/revoke': {
    ask: async (world, actor) => ({
      ...(await certificate(world, actor)),
      body: { reason: 'De toets was bekend' },
    }),
    outcomes: only(['planOwner', 'administrator'], '200', none),
  },
}

/** Courses, training sessions and lineage. */
export const courseRows = { ...onCourses, ...onSessions, ...onLineage }
