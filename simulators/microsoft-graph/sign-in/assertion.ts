import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import { fieldsOf, textOf } from '../http/call.ts'
import type { Registration } from './registrations.ts'

export type AssertionFault = { readonly code: number; readonly words: string }

const clockSkew = 300

/** Looks whether a client assertion was signed with a certificate of this registration; null: it was. */
export function assertionFault(
  assertion: string,
  registration: Registration,
  { now, audiences }: { readonly now: number; readonly audiences: readonly string[] },
): AssertionFault | null {
  const [head = '', claims = '', signature = ''] = assertion.split('.')
  const header = parsed(head)
  const body = parsed(claims)
  if (!header || !body || signature === '') return { code: 50027, words: 'JWT token is invalid or malformed.' }
  const certificate = registration.certificates
    .map((pem) => new X509Certificate(pem))
    .find((one) => isNamed(one, header))
  if (!certificate)
    return {
      code: 700027,
      words:
        'The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found.]',
    }
  if (
    !isSigned(`${head}.${claims}`, Buffer.from(signature, 'base64url'), certificate, textOf(header['alg']) ?? '')
  )
    return {
      code: 700027,
      words: 'Client assertion contains an invalid signature. [Reason - The key used is expired or wrong.]',
    }
  const seconds = now / 1000
  const expires = Number(body['exp'] ?? 0)
  const begins = Number(body['nbf'] ?? body['iat'] ?? seconds)
  if (expires < seconds - clockSkew || begins > seconds + clockSkew || expires > seconds + 86_400)
    return { code: 700024, words: 'Client assertion is not within its valid time range.' }
  if (body['iss'] !== registration.clientId || body['sub'] !== registration.clientId)
    return { code: 700021, words: "Client assertion application identifier does not match 'client_id' parameter." }
  const audience = Array.isArray(body['aud']) ? body['aud'] : [body['aud']]
  if (!audience.some((one) => audiences.includes(String(one))))
    return { code: 700023, words: 'Client assertion audience claim does not match Realm issuer.' }
  if (typeof body['jti'] !== 'string' || body['jti'] === '')
    return { code: 50027, words: 'JWT token is invalid or malformed: jti is missing.' }
  return null
}

function isNamed(certificate: X509Certificate, header: Readonly<Record<string, unknown>>): boolean {
  const thumb = (hash: string) => createHash(hash).update(certificate.raw)
  const names = [header['x5t'], header['x5t#S256']].flatMap((one) => textOf(one) ?? [])
  return names.some(
    (name) => name === thumb('sha1').digest('base64url') || name === thumb('sha256').digest('base64url'),
  )
}

function isSigned(text: string, signature: Buffer, certificate: X509Certificate, algorithm: string): boolean {
  const { publicKey } = certificate
  const data = Buffer.from(text)
  if (algorithm === 'RS256') return verify('sha256', data, publicKey, signature)
  if (algorithm !== 'PS256') return false
  const { RSA_PKCS1_PSS_PADDING: padding } = constants
  return verify('sha256', data, { key: publicKey, padding, saltLength: 32 }, signature)
}

function parsed(part: string): Readonly<Record<string, unknown>> | null {
  try {
    return fieldsOf(JSON.parse(Buffer.from(part, 'base64url').toString()))
  } catch {
    return null
  }
}
