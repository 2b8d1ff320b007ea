import type { peopleContract } from '#features/people/contract.ts'
import * as made from '../fixtures.ts'
import { everybody, none, noAsk, only, type Row } from '../outcomes.ts'

type Organisation = `${string} /api/v1/organisation${string}` | `${string} /api/v1/oidc-providers${string}`

const administrators = ['administrator', 'outsider'] as const
const provider = {
  name: 'Elsewhere',
  issuer: 'https://127.0.0.1:9/',
  clientId: 'tierwise',
  clientSecret: null,
  tenants: [],
  createsRequesters: false,
  enabled: true,
}

export const organisationRows: { readonly [Key in Extract<keyof typeof peopleContract, Organisation>]: Row } = {
  'GET /api/v1/organisation': { ask: noAsk, outcomes: everybody('200') },
  'PATCH /api/v1/organisation': {
    ask: () => ({ body: { language: 'nl' } }),
    outcomes: only(administrators, '200'),
  },
  'GET /api/v1/organisation/countries': { ask: noAsk, outcomes: only(administrators, '200') },
  'GET /api/v1/oidc-providers': { ask: noAsk, outcomes: only(administrators, '200') },
  'POST /api/v1/oidc-providers': {
    ask: () => ({ body: provider }),
    outcomes: only(administrators, 'provider-not-reachable'),
  },
  'PATCH /api/v1/oidc-providers/:id': {
    ask: async (world) => ({ params: { id: await made.providerOn(world.home) }, body: { name: 'Renamed' } }),
    outcomes: only(administrators, 'provider-not-reachable', none),
  },
  'DELETE /api/v1/oidc-providers/:id': {
    ask: async (world) => ({ params: { id: await made.providerOn(world.home) } }),
    outcomes: only(administrators, '204', none),
  },
}
