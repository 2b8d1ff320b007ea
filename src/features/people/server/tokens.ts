import { createHash, randomBytes } from 'node:crypto'

/**
 * A secret that is given to somebody once. It carries its organisation, so that row-level security can be set before
 * anything is looked up. Only the hash is stored: the secret has 256 random bits, so a plain hash cannot be reversed.
 */
export type Token = { readonly orgId: string; readonly hash: Buffer }
export type NewToken = Token & { readonly text: string }

export function newToken(orgId: string): NewToken {
  const secret = randomBytes(32).toString('base64url')
  return { orgId, hash: sha256(secret), text: `${shortId(orgId)}.${secret}` }
}

/** Null when it cannot be one of ours. */
export function readToken(text: string): Token | null {
  const match = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/.exec(text)
  return match?.[1] && match[2] ? { orgId: longId(match[1]), hash: sha256(match[2]) } : null
}

/** An API token bears a mark, so that scanners of code and logs recognise it. */
export function newApiToken(orgId: string): NewToken {
  const token = newToken(orgId)
  return { ...token, text: `tw_${token.text.replace('.', '_')}` }
}

export function readApiToken(text: string): Token | null {
  return /^tw_.{22}_.{43}$/.test(text) ? readToken(`${text.slice(3, 25)}.${text.slice(26)}`) : null
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function shortId(orgId: string): string {
  return Buffer.from(orgId.replaceAll('-', ''), 'hex').toString('base64url')
}

function longId(short: string): string {
  const hex = Buffer.from(short, 'base64url').toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
