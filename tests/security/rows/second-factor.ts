import type { peopleContract } from '#features/people/contract.ts'
import * as made from '../fixtures.ts'
import { anybody, everybody, noAsk, none, only, type Row } from '../outcomes.ts'
import type { World } from '../world.ts'

type Proofs = `${string} /api/v1/sign-in/${'second-factor' | `passkey${string}`}`
type Own =
  `${string} /api/v1/me/${'second-factor' | 'proof' | 'authenticator' | 'recovery-codes' | 'passkeys'}${string}`
type Reset = `${string}/second-factor/reset`
type Rows<Keys> = { readonly [Key in Extract<keyof typeof peopleContract, Keys>]: Row }

const clientDataJSON = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge: 'x' })).toString('base64url')
const common = { id: 'eA', rawId: 'eA', type: 'public-key', clientExtensionResults: {} }
const proof = { ...common, response: { clientDataJSON, authenticatorData: 'eA', signature: 'eA' } }
const added = { ...common, response: { clientDataJSON, attestationObject: 'eA' } }

/** Whoever asks has no app, whatever they asked before. */
const withoutApp = (body?: unknown) => async (world: World) => {
  await world.platform.owner.query('delete from authenticators')
  return body === undefined ? {} : { body }
}

/** A passkey of Ada's. */
const passkey = (body?: unknown) => async (world: World) => ({
  params: { id: await made.passkeyOf(world.home, world.home.people.ada.id) },
  ...(body === undefined ? {} : { body }),
})

export const proofRows: Rows<Proofs> = {
  'POST /api/v1/sign-in/second-factor': {
    ask: () => ({ body: { code: '123456' } }),
    outcomes: anybody('second-factor-over'),
  },
  'POST /api/v1/sign-in/passkey/challenge': {
    ask: () => ({ body: { organisation: 'contoso' } }),
    outcomes: anybody('200'),
  },
  'POST /api/v1/sign-in/passkey': {
    ask: () => ({ body: { organisation: 'contoso', answer: proof } }),
    outcomes: anybody('passkey-refused'),
  },
}

export const secondFactorRows: Rows<Own | Reset> = {
  'GET /api/v1/me/second-factor': { ask: noAsk, outcomes: everybody('200') },
  'POST /api/v1/me/proof': { ask: () => ({ body: { password: 'wrong' } }), outcomes: everybody('sign-in-failed') },
  'POST /api/v1/me/proof/passkey/challenge': { ask: noAsk, outcomes: everybody('200') },
  'POST /api/v1/me/proof/passkey': {
    ask: () => ({ body: { answer: proof } }),
    outcomes: everybody('passkey-refused'),
  },
  'POST /api/v1/me/authenticator': { ask: noAsk, outcomes: everybody('200') },
  'POST /api/v1/me/authenticator/confirm': {
    ask: withoutApp({ code: '123456' }),
    outcomes: everybody('authenticator-not-begun'),
  },
  'DELETE /api/v1/me/authenticator': { ask: withoutApp(), outcomes: everybody('not-found') },
  'POST /api/v1/me/recovery-codes': { ask: withoutApp(), outcomes: everybody('authenticator-not-begun') },
  // The desk of these tests has no TLS.
  'POST /api/v1/me/passkeys/challenge': { ask: noAsk, outcomes: everybody('passkeys-not-here') },
  'POST /api/v1/me/passkeys': {
    ask: () => ({ body: { name: 'Laptop', answer: added } }),
    outcomes: everybody('passkey-refused'),
  },
  'PATCH /api/v1/me/passkeys/:id': {
    ask: passkey({ name: 'Phone' }),
    outcomes: everybody('not-found', { requester: '200' }),
  },
  'DELETE /api/v1/me/passkeys/:id': { ask: passkey(), outcomes: everybody('not-found', { requester: '204' }) },
  'POST /api/v1/people/:id/second-factor/reset': {
    ask: async (world) => ({ params: { id: await made.spare(world) } }),
    outcomes: only(['administrator', 'outsider'], '204', none),
  },
}
