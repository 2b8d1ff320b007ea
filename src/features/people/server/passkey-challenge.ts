import { randomBytes } from 'node:crypto'
import type { AddOptions, ProofOptions } from '#features/people/contract/passkeys.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation, type Transactions, type Tx } from '#platform/database/transaction.ts'
import { passkeyPlace } from './passkey-place.ts'
import { type ChallengePurpose, insertChallenge, type PasskeyRow, takeChallenge } from './store/passkeys.ts'
import type { PersonRow } from './store/persons.ts'
import { sha256 } from './tokens.ts'

const lastsMinutes = 5
const timeout = lastsMinutes * 60_000
/** EdDSA, ES256, RS256: one of them is in every key. */
export const algorithms = [-8, -7, -257]

export type Asked = {
  readonly purpose: ChallengePurpose
  /** The mark of the browser, or the sign-in: another one cannot use the answer. */
  readonly boundTo: string
}

export async function keepChallenge(tx: Tx, { purpose, boundTo }: Asked): Promise<string> {
  const challenge = newChallenge()
  await insertChallenge(tx, {
    id: newId(),
    purpose,
    challengeHash: sha256(challenge),
    boundTo: sha256(boundTo),
    expiresAt: new Date(Date.parse(tx.now) + timeout).toISOString(),
  })
  return challenge
}

/** Where nobody can sign in, one is asked all the same. */
export function newChallenge(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * The challenge that the browser says to have signed, if it is one that we asked for. Used up in a transaction of its own, so
 * that an answer that is refused cannot be tried again. Whether it was really signed is for the library to check.
 */
export async function usedChallenge(
  platform: Transactions,
  orgId: string,
  { purpose, boundTo }: Asked,
  clientData: string,
): Promise<string | null> {
  const challenge = challengeIn(clientData)
  if (challenge === null) return null
  const asked = { purpose, challengeHash: sha256(challenge), boundTo: sha256(boundTo) }
  return (await inOrganisation(platform, orgId, (tx) => takeChallenge(tx, asked))) ? challenge : null
}

function challengeIn(clientData: string): string | null {
  try {
    const data = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8')) as {
      challenge?: unknown
    } | null
    return typeof data?.challenge === 'string' ? data.challenge : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

export function proofOptions(baseUrl: string, challenge: string, keys: readonly PasskeyRow[]): ProofOptions {
  return {
    challenge,
    rpId: passkeyPlace(baseUrl).id,
    timeout,
    userVerification: 'required',
    allowCredentials: keys.map(knownKey),
  }
}

export function addOptions(
  baseUrl: string,
  challenge: string,
  person: PersonRow,
  { organisation, keys }: { readonly organisation: string; readonly keys: readonly PasskeyRow[] },
): AddOptions {
  return {
    challenge,
    rp: { id: passkeyPlace(baseUrl).id, name: `Tierwise ${organisation}` },
    user: { id: userHandle(person.id), name: person.email, displayName: person.name },
    pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' })),
    timeout,
    attestation: 'none',
    excludeCredentials: keys.map(knownKey),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  }
}

/** What a passkey says about whose it is: an id that tells nothing. */
export function userHandle(personId: string): string {
  return Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url')
}

function knownKey({ credentialId, transports }: PasskeyRow): ProofOptions['allowCredentials'][number] {
  return { id: credentialId.toString('base64url'), type: 'public-key', transports: [...transports] }
}
