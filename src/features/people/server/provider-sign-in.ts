import * as oidc from 'openid-client'
import { localPath } from '#features/people/domain/identity.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import { found, refuse } from './judged.ts'
import { providerClient, redirectAddress } from './provider-client.ts'
import { type Answered, settle } from './provider-person.ts'
import type { PeopleServices } from './services.ts'
import type { Browser } from './sign-in.ts'
import {
  findProvider,
  insertProviderSignIn,
  type ProviderRow,
  type ProviderSignInRow,
  takeProviderSignIn,
} from './store/providers.ts'
import { newToken, readToken, sha256 } from './tokens.ts'

const lastsMinutes = 10

export type Beginning = {
  readonly orgId: string
  readonly providerId: string
  /** A link to accept, or the person to link the account to; neither: sign in. */
  readonly linkId: string | null
  readonly personId: string | null
  readonly returnTo: string
  readonly browserMark: string
}

/** Where to send the browser. What the answer must match is kept, bound to this browser and this provider. */
export async function beginAtProvider(
  platform: Platform,
  services: PeopleServices,
  { orgId, providerId, linkId, personId, returnTo, browserMark }: Beginning,
): Promise<string> {
  const provider = await inOrganisation(platform, orgId, (tx) => findProvider(tx, providerId))
  if (!provider?.enabled) throw new NotFound()
  const client = await providerClient(platform, services, provider)
  const state = newToken(orgId)
  const nonce = oidc.randomNonce()
  const codeVerifier = oidc.randomPKCECodeVerifier()
  await inOrganisation(platform, orgId, (tx) =>
    insertProviderSignIn(tx, {
      id: newId(),
      providerId,
      stateHash: state.hash,
      browserHash: sha256(browserMark),
      nonce,
      codeVerifier,
      linkId,
      personId,
      returnTo: localPath(returnTo),
      expiresAt: new Date(Date.parse(tx.now) + lastsMinutes * 60_000).toISOString(),
    }),
  )
  return oidc.buildAuthorizationUrl(client, {
    redirect_uri: redirectAddress(platform.baseUrl, providerId),
    scope: 'openid profile email',
    state: state.text,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  }).href
}

export type ProviderAnswer = {
  readonly providerId: string
  /** What stands behind the `?`. */
  readonly query: string
  readonly browserMark: string | null
  readonly browser: Browser
}

/** Where the browser goes next, and the new sign-in if it succeeded. */
export type Outcome = { readonly goTo: string; readonly token: string | null }

/** Every answer counts once; whatever is wrong with it, the person lands on a page that says so. */
export async function finishAtProvider(
  platform: Platform,
  services: PeopleServices,
  answer: ProviderAnswer,
): Promise<Outcome> {
  const state = readToken(new URLSearchParams(answer.query).get('state') ?? '')
  const mark = answer.browserMark
  const begun =
    state &&
    mark !== null &&
    (await inOrganisation(platform, state.orgId, (tx) =>
      takeProviderSignIn(tx, { providerId: answer.providerId, stateHash: state.hash, browserHash: sha256(mark) }),
    ))
  if (!state || !begun) return { goTo: failed('/sign-in', 'provider-refused'), token: null }
  try {
    const provider = await inOrganisation(platform, state.orgId, async (tx) =>
      found(await findProvider(tx, begun.providerId)),
    )
    if (!provider.enabled) return refuse('provider-refused')
    const answered = await redeem(platform, services, provider, begun, answer.query)
    return await inOrganisation(platform, state.orgId, (tx) =>
      settle(tx, provider, begun, answered, answer.browser),
    )
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { goTo: failed(begun.personId === null ? '/sign-in' : begun.returnTo, error.refusal.code), token: null }
  }
}

/** Exchanges the code; the library checks state, issuer, signature, audience, nonce and times. */
async function redeem(
  platform: Platform,
  services: PeopleServices,
  provider: ProviderRow,
  begun: ProviderSignInRow,
  query: string,
): Promise<Answered> {
  const client = await providerClient(platform, services, provider)
  const address = new URL(redirectAddress(platform.baseUrl, provider.id))
  address.search = query
  try {
    const tokens = await oidc.authorizationCodeGrant(client, address, {
      pkceCodeVerifier: begun.codeVerifier,
      expectedState: address.searchParams.get('state') ?? '',
      expectedNonce: begun.nonce,
      idTokenExpected: true,
    })
    return { claims: tokens.claims() ?? refuse('provider-refused') }
  } catch (err) {
    platform.log.warn({ err, provider: provider.id }, 'an answer of a sign-in provider was refused')
    return refuse('provider-refused')
  }
}

function failed(path: string, code: string): string {
  const address = new URL(path, 'http://tierwise.invalid')
  address.searchParams.set('refusal', code)
  return `${address.pathname}${address.search}`
}
