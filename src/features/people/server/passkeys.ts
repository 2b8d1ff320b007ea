import { generateKeyPairSync } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { AddedByBrowser, ProvenByBrowser } from '#features/people/contract/passkeys.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { refuse } from './judged.ts'
import { algorithms, type Asked, usedChallenge, userHandle } from './passkey-challenge.ts'
import { passkeyPlace } from './passkey-place.ts'
import { findPasskeyByCredential, notePasskeyUse, type PasskeyRow } from './store/passkeys.ts'

/** Read when the first passkey is used: it takes a seventh of a second, and most starts need it not. */
const webauthn = () => import('@simplewebauthn/server')

export type NewKey = Pick<PasskeyRow, 'credentialId' | 'publicKey' | 'uses' | 'transports'>

/** The key that a browser made, if it answers what this sign-in was asked a moment ago. */
export async function checkedNewKey(
  platform: Platform,
  orgId: string,
  asked: Asked,
  answer: AddedByBrowser,
): Promise<NewKey> {
  const challenge = await usedChallenge(platform, orgId, asked, answer.response.clientDataJSON)
  if (challenge === null) return refuse('passkey-refused')
  const { id, origin } = passkeyPlace(platform.baseUrl)
  const { verifyRegistrationResponse } = await webauthn()
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: answer as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    if (!registrationInfo) return refuse('passkey-refused')
    const { credential } = registrationInfo
    return {
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      uses: credential.counter,
      transports: credential.transports ?? [],
    }
  } catch (err) {
    platform.log.warn({ err }, 'a new passkey was refused')
    return refuse('passkey-refused')
  }
}

/**
 * The passkey that signed, if it did so for us, for this browser, just now, and after seeing its owner. Whatever is wrong, the
 * answer is the same, and a key that nobody has takes as long as one that somebody has.
 */
export async function checkedProof(
  platform: Platform,
  orgId: string,
  asked: Asked,
  answer: ProvenByBrowser,
): Promise<PasskeyRow> {
  const challenge = await usedChallenge(platform, orgId, asked, answer.response.clientDataJSON)
  const credentialId = Buffer.from(answer.id, 'base64url')
  const key = await inOrganisation(platform, orgId, (tx) => findPasskeyByCredential(tx, credentialId))
  const uses = await usesProven(platform, challenge ?? '', answer, key)
  if (uses === null || challenge === null || key === null) return refuse('passkey-refused')
  const { userHandle: handle } = answer.response
  if (handle && handle !== userHandle(key.personId)) return refuse('passkey-refused')
  const isNoted = await inOrganisation(platform, orgId, (tx) => notePasskeyUse(tx, key.id, uses))
  return isNoted ? key : refuse('passkey-refused')
}

async function usesProven(
  platform: Platform,
  challenge: string,
  answer: ProvenByBrowser,
  key: PasskeyRow | null,
): Promise<number | null> {
  const { id, origin } = passkeyPlace(platform.baseUrl)
  const { verifyAuthenticationResponse } = await webauthn()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: answer.id,
        publicKey: Uint8Array.from(key?.publicKey ?? nobodysKey),
        counter: key?.uses ?? 0,
      },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch (err) {
    platform.log.warn({ err, passkey: key?.id }, 'an answer of a passkey was refused')
    return null
  }
}

/** A public key as COSE writes one on P-256, of which nobody has the private half. */
const nobodysKey = (() => {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })
  const bytes = (text: string) => Buffer.from(text, 'base64url')
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    bytes(x),
    Buffer.from('225820', 'hex'),
    bytes(y),
  ])
})()
