import type { FastifyRequest } from 'fastify'
import type { PersonActor } from '#features/people/domain/actor.ts'
import { inOrganisation, type Transactions } from '#platform/database/transaction.ts'
import type { Identification, SignedIn } from '#platform/http/signed-in.ts'
import { cookieNames } from './cookies.ts'
import { actorFrom } from './judged.ts'
import {
  findApiToken,
  findLiveProofs,
  findSignIn,
  noteApiTokenUse,
  noteSignInUse,
  type Recognised,
} from './store/sign-ins.ts'
import { readApiToken, readToken, type Token } from './tokens.ts'

declare module '#platform/http/signed-in.ts' {
  interface SignedIn {
    /** Everything the rules need to judge what this person may do, as of this httpRequest. */
    readonly actor: PersonActor
    readonly by: 'cookie' | 'api-token'
  }
}

/** Who acts, by cookie or API token. A token that is wrong is nobody, also when a good cookie comes with it. */
export function identification(platform: Transactions & { readonly baseUrl: string }): Identification {
  return {
    authenticate: async (httpRequest) => {
      const proof = proofIn(httpRequest, platform.baseUrl)
      return proof && (await recognise(platform, proof))
    },
    stillSignedIn: async (orgId, ids) => {
      if (ids.length === 0) return new Set()
      return new Set(await inOrganisation(platform, orgId, (tx) => findLiveProofs(tx, ids)))
    },
  }
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

async function recognise(platform: Transactions, { orgId, hash, by }: Proof): Promise<SignedIn | null> {
  return inOrganisation(platform, orgId, async (tx) => {
    const known: Recognised | null = by === 'cookie' ? await findSignIn(tx, hash) : await findApiToken(tx, hash)
    if (!known) return null
    if (known.noteUse) await (by === 'cookie' ? noteSignInUse(tx, known.id) : noteApiTokenUse(tx, known.id))
    const { person } = known
    return {
      orgId,
      personId: person.id,
      language: person.language,
      roles: person.roles,
      signInId: known.id,
      actor: actorFrom(person),
      by,
    }
  })
}
