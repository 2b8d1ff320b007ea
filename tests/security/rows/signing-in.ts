import type { peopleContract } from '#features/people/contract.ts'
import * as made from '../fixtures.ts'
import { anybody, type Row } from '../outcomes.ts'
import { proofRows } from './second-factor.ts'

type Anyone =
  | `${string} /api/v1/sign-in${string}`
  | `${string} /api/v1/links${string}`
  | `${string} /api/v1/password-resets`

const password = 'koe fiets lantaarn vier'
const link = `${'a'.repeat(22)}.${'b'.repeat(43)}`

/** What is open to whoever has no sign-in yet: a worthless proof changes nothing about it. */
export const anyoneRows: { readonly [Key in Extract<keyof typeof peopleContract, Anyone>]: Row } = {
  ...proofRows,
  'GET /api/v1/sign-in': { ask: () => ({ query: { organisation: 'contoso' } }), outcomes: anybody('200') },
  'POST /api/v1/sign-in': {
    ask: (_, actor) => ({
      body: { organisation: 'contoso', email: `nobody${made.next()}-${actor}@contoso.example`, password },
    }),
    outcomes: anybody('sign-in-failed'),
  },
  'POST /api/v1/sign-in/provider': {
    ask: async (world) => ({
      body: { organisation: 'contoso', provider: await made.providerOn(world.home) },
    }),
    outcomes: anybody('provider-not-reachable'),
  },
  'GET /api/v1/sign-in/provider/:provider/answer': {
    ask: async (world) => ({
      params: { provider: await made.providerOn(world.home) },
      query: { code: 'x', state: link },
    }),
    outcomes: anybody('303'),
  },
  'POST /api/v1/password-resets': {
    ask: () => ({ body: { organisation: 'contoso', email: 'nobody@contoso.example' } }),
    outcomes: anybody('202'),
  },
  'POST /api/v1/links/look': { ask: () => ({ body: { link } }), outcomes: anybody('link-not-valid') },
  'POST /api/v1/links/use': { ask: () => ({ body: { link, password } }), outcomes: anybody('link-not-valid') },
}
