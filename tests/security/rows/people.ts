import type { peopleContract } from '#features/people/contract.ts'
import * as made from '../fixtures.ts'
import { everybody, none, noAsk, only, type Rows, staff } from '../outcomes.ts'
import { anyoneRows } from './signing-in.ts'
import { organisationRows } from './organisation.ts'
import { secondFactorRows } from './second-factor.ts'

const administrators = ['administrator', 'outsider'] as const
const keepers = ['administrator', 'lead', 'outsider'] as const

/** Requesters may not look people up: for them there is nobody. */
const notFoundByRequesters = { requester: 'not-found', otherRequester: 'not-found' } as const

/** Asks about a person made for it. */
const about = (body?: unknown) => async (world: Parameters<typeof made.spare>[0]) => ({
  params: { id: await made.spare(world) },
  ...(body === undefined ? {} : { body }),
})

export const peopleRows: Rows<typeof peopleContract> = {
  ...anyoneRows,
  ...organisationRows,
  ...secondFactorRows,

  'POST /api/v1/sign-out': { ask: () => ({ body: {} }), outcomes: everybody('204') },
  'GET /api/v1/me': { ask: noAsk, outcomes: everybody('200') },
  'PATCH /api/v1/me': { ask: () => ({ body: { theme: 'dark' } }), outcomes: everybody('200') },
  'PUT /api/v1/me/password': {
    ask: () => ({ body: { current: null, wanted: 'short' } }),
    outcomes: everybody('password-too-short'),
  },
  'GET /api/v1/me/sign-ins': { ask: noAsk, outcomes: everybody('200') },
  'DELETE /api/v1/me/sign-ins/:id': {
    ask: async (world) => {
      const { home } = world
      await world.signInAs(home, home.people.ada.id)
      const { rows } = await world.platform.owner.query<{ id: string }>(
        'select id from sign_ins where person_id = $1 order by id limit 1',
        [home.people.ada.id],
      )
      return { params: { id: rows[0]?.id ?? '' } }
    },
    outcomes: everybody('not-found', { requester: '204' }),
  },
  'POST /api/v1/me/identities': {
    ask: async (world) => ({ body: { provider: await made.providerOn(world.home) } }),
    outcomes: everybody('provider-not-reachable', none),
  },
  'GET /api/v1/me/api-tokens': { ask: noAsk, outcomes: everybody('200') },
  'POST /api/v1/me/api-tokens': { ask: () => ({ body: { name: 'script' } }), outcomes: everybody('201') },
  'DELETE /api/v1/me/api-tokens/:id': {
    ask: async (world) => ({ params: { id: await made.apiToken(world, world.home.people.ada.id) } }),
    outcomes: everybody('not-found', { requester: '204' }),
  },

  'GET /api/v1/people': { ask: noAsk, outcomes: staff('200') },
  'POST /api/v1/people': {
    ask: () => ({ body: { name: 'New', email: `new${made.next()}@contoso.example`, roles: ['requester'] } }),
    outcomes: only(administrators, '201'),
  },
  'GET /api/v1/people/:id': { ask: about(), outcomes: staff('200', none) },
  'PATCH /api/v1/people/:id': { ask: about({ name: 'Changed' }), outcomes: only(administrators, '200', none) },
  'POST /api/v1/people/:id/disable': { ask: about(), outcomes: only(administrators, '200', none) },
  'POST /api/v1/people/:id/enable': { ask: about(), outcomes: only(administrators, '200', none) },
  'POST /api/v1/people/:id/invitation': { ask: about(), outcomes: only(administrators, '200', none) },
  'POST /api/v1/people/:id/password-reset': { ask: about(), outcomes: only(administrators, '200', none) },
  'POST /api/v1/people/:id/sign-out': { ask: about(), outcomes: only(administrators, '204', none) },
  'POST /api/v1/people/:id/certifications': {
    ask: async (world) => ({
      params: { id: await made.spare(world, { team: 'servicedesk' }) },
      body: { tier: 1, until: '2026-12-20T00:00:00.000Z', reason: 'Has done it for years' },
    }),
    outcomes: only(keepers, '200', none),
  },
  'POST /api/v1/people/:id/certifications/:certification/end': {
    ask: async (world) => ({ params: await made.certified(world) }),
    outcomes: only(keepers, '200', none),
  },
  'POST /api/v1/people/:id/absences': {
    ask: async (world) => ({
      params: { id: await made.spare(world, { team: 'servicedesk' }) },
      body: made.nextWeek,
    }),
    outcomes: everybody('not-allowed', { administrator: '200', lead: '200', ...notFoundByRequesters, ...none }),
  },
  'DELETE /api/v1/people/:id/absences/:absence': {
    ask: async (world) => {
      const id = await made.spare(world, { team: 'servicedesk' })
      return { params: { id, absence: await made.absence(world, id) } }
    },
    outcomes: everybody('not-allowed', { administrator: '200', lead: '200', ...notFoundByRequesters, ...none }),
  },
  'GET /api/v1/people-changes': { ask: noAsk, outcomes: only([...administrators, 'auditor'], '200') },

  'GET /api/v1/teams': { ask: noAsk, outcomes: staff('200') },
  'POST /api/v1/teams': {
    ask: () => ({ body: { key: `new-${made.next()}`, name: { nl: 'Nieuw', en: 'New' } } }),
    outcomes: only(administrators, '201'),
  },
  'PATCH /api/v1/teams/:key': {
    ask: async (world) => ({
      params: { key: await made.spareTeam(world) },
      body: { name: { nl: 'Anders', en: 'Different' } },
    }),
    outcomes: only(administrators, '200', none),
  },
  'DELETE /api/v1/teams/:key': {
    ask: async (world) => ({ params: { key: await made.spareTeam(world) } }),
    outcomes: only(administrators, '204', none),
  },
  'PUT /api/v1/teams/:key/members/:id': {
    ask: async (world) => ({
      params: { key: 'servicedesk', id: await made.spare(world) },
      body: { isLead: false },
    }),
    outcomes: only(keepers, '200', none),
  },
  'DELETE /api/v1/teams/:key/members/:id': {
    ask: async (world) => ({
      params: { key: 'servicedesk', id: await made.spare(world, { team: 'servicedesk' }) },
    }),
    outcomes: only(keepers, '200', none),
  },
}
