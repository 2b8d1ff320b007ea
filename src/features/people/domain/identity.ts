import { no, type Verdict, yes } from './verdict.ts'

/** Who somebody is at a provider. The e-mail address is never part of it: it can be given to another person. */
export type Identity = { readonly issuer: string; readonly tenant: string; readonly objectId: string }

/** What the rules read of an ID token whose signature, issuer, audience and nonce have been checked. */
export type Claims = { readonly iss: string; readonly sub: string; readonly [more: string]: unknown }

/** Issuers that serve many directories: without a list of tenants, anyone in the world could sign in. */
export function servesManyDirectories(issuer: string): boolean {
  return /\/(?:common|organizations|consumers|\{tenantid\})(?:\/|$)/.test(issuer)
}

export function isEntra(issuer: string): boolean {
  return /^https:\/\/login\.(?:microsoftonline\.com|microsoftonline\.us|partner\.microsoftonline\.cn)\//.test(
    issuer,
  )
}

/**
 * The identity behind an ID token. Microsoft Entra ID: directory and object (`tid`, `oid`), because its `sub` differs per
 * application; elsewhere `sub`. With a list of tenants, only those directories are let in.
 */
export function identityOf(claims: Claims, tenants: readonly string[]): Verdict<Identity> {
  const byDirectory = tenants.length > 0 || isEntra(claims.iss)
  if (!byDirectory)
    return claims.sub === ''
      ? no('provider-refused')
      : yes({ issuer: claims.iss, tenant: '', objectId: claims.sub })
  const { tid, oid } = claims
  if (typeof tid !== 'string' || typeof oid !== 'string' || tid === '' || oid === '') return no('provider-refused')
  if (tenants.length > 0 && !tenants.includes(tid)) return no('provider-tenant-not-allowed')
  return yes({ issuer: claims.iss, tenant: tid, objectId: oid })
}

/** A place inside Tierwise; anything that could lead elsewhere becomes the first page. */
export function localPath(path: string): string {
  const isLocal = path.startsWith('/') && !path.startsWith('//') && !/[\\\p{Cc}]/u.test(path)
  return isLocal && !path.startsWith('/api/') ? path : '/'
}
