import { isIP } from 'node:net'

/** Whom passkeys of this desk are for: the name in its address, and pages of exactly this address. */
export function passkeyPlace(baseUrl: string): { readonly id: string; readonly origin: string } {
  const { hostname, origin } = new URL(baseUrl)
  return { id: hostname, origin }
}

/** Browsers make passkeys for names, on TLS or on this machine itself; never for a number. */
export function passkeysPossible(baseUrl: string): boolean {
  const { hostname, protocol } = new URL(baseUrl)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return false
  return protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost')
}
