import type { FastifyRequest } from 'fastify'
import { atOnce, inOrganisation, type Transactions } from '#platform/database/transaction.ts'
import { Forbidden } from '#platform/errors.ts'
import type { Identification } from '#platform/http/signed-in.ts'
import { cookieNames } from './cookies.ts'
import { actorFrom } from './judged.ts'
import type { SignedIn } from './signed-in.ts'
import { realOrganisation } from './store/organisations.ts'
import { findPerson } from './store/persons.ts'
import {
  findApiToken,
  findLiveProofs,
  findSignIn,
  noteApiTokenUse,
  noteSignInUse,
  type Recognised,
} from './store/sign-ins.ts'
import { readApiToken, readToken, type Token } from './tokens.ts'

/** Who acts, by cookie or API token. A token that is wrong is nobody, also when a good cookie comes with it. */
export function identification(platform: Transactions & { readonly baseUrl: string }): Identification {
  return {
    authenticate: async (httpRequest) => {
      const proof = proofIn(httpRequest, platform.baseUrl)
      const signedIn = proof && (await recognise(platform, proof))
      if (signedIn?.lacksSecondFactor && !isOpenWithoutSecondFactor(httpRequest))
        throw new Forbidden('second-factor-required')
      return signedIn && whereTheyAct(platform, signedIn, httpRequest)
    },
    stillSignedIn: async (orgId, ids) => {
      if (ids.length === 0) return new Set()
      const [here, home] = await inOrganisation(platform, orgId, async (tx) => [
        await findLiveProofs(tx, ids),
        await realOrganisation(tx),
      ])
      if (home === null) return new Set(here)
      const practising = { practising: true }
      return new Set(await inOrganisation(platform, home, (tx) => findLiveProofs(tx, ids, practising)))
    },
  }
}

/** What is for anyone, and what one needs to set up a second factor, to see who one is, and to leave. */
function isOpenWithoutSecondFactor({ routeOptions }: FastifyRequest): boolean {
  if (routeOptions.config.access === 'anyone') return true
  return /^\/api\/v1\/(?:me|sign-out|me\/(?:second-factor|authenticator|recovery-codes|passkeys|proof)(?:\/.*)?)$/.test(
    routeOptions.url ?? '',
  )
}

type Proof = Token & { readonly by: SignedIn['by'] }

function proofIn(httpRequest: FastifyRequest, baseUrl: string): Proof | null {
  const { authorization } = httpRequest.headers
  if (authorization !== undefined) {
    const [, given = ''] = /^bearer ([\w-]{1,100})$/i.exec(authorization) ?? []
    const token = readApiToken(given)
    return token && { ...token, by: 'api-token' }
  }
  const token = readToken(httpRequest.cookies[cookieNames(baseUrl).signIn] ?? '')
  return token && { ...token, by: 'cookie' }
}

type Recognition = Omit<SignedIn, 'practising'> & { readonly practiceOrgId: string | null }

/** Whoever practises acts in the practice organisation; what only the real one has stays in the real one, or closed. */
async function whereTheyAct(
  platform: Transactions,
  { practiceOrgId, ...signedIn }: Recognition,
  { routeOptions, method }: FastifyRequest,
): Promise<SignedIn | null> {
  const { practice, access } = routeOptions.config
  if (practiceOrgId === null) return { ...signedIn, practising: false }
  if (practice === 'home' || access === 'anyone') return { ...signedIn, practising: true }
  if (practice !== 'open' && method !== 'GET' && method !== 'HEAD') throw new Forbidden('not-while-practising')
  const person = await inOrganisation(platform, practiceOrgId, (tx) => findPerson(tx, signedIn.personId))
  if (!person) return null
  return { ...signedIn, orgId: practiceOrgId, roles: person.roles, actor: actorFrom(person), practising: true }
}

async function recognise(platform: Transactions, { orgId, hash, by }: Proof): Promise<Recognition | null> {
  const isCookie = by === 'cookie'
  const known: Recognised | null = await atOnce(platform, orgId, (tx) =>
    isCookie ? findSignIn(tx, hash) : findApiToken(tx, hash),
  )
  if (!known) return null
  const { id, person, noteUse } = known
  if (noteUse) await atOnce(platform, orgId, (tx) => (isCookie ? noteSignInUse(tx, id) : noteApiTokenUse(tx, id)))
  return {
    orgId,
    personId: person.id,
    language: person.language,
    roles: person.roles,
    signInId: id,
    actor: actorFrom(person),
    by,
    lacksSecondFactor: known.lacksSecondFactor,
    practiceOrgId: known.practiceOrgId,
  }
}
