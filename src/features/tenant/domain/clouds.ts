/** Where Microsoft's clouds sign apps in and answer; `own`: addresses that the organisation gives itself. */
export const clouds = ['public', 'us-gov', 'us-dod', 'china', 'own'] as const
export type Cloud = (typeof clouds)[number]

export type Addresses = { readonly loginUrl: string; readonly graphUrl: string }

export const addressesOf: Readonly<Record<Exclude<Cloud, 'own'>, Addresses>> = {
  public: { loginUrl: 'https://login.microsoftonline.com', graphUrl: 'https://graph.microsoft.com' },
  'us-gov': { loginUrl: 'https://login.microsoftonline.us', graphUrl: 'https://graph.microsoft.us' },
  'us-dod': { loginUrl: 'https://login.microsoftonline.us', graphUrl: 'https://dod-graph.microsoft.us' },
  china: {
    loginUrl: 'https://login.partner.microsoftonline.cn',
    graphUrl: 'https://microsoftgraph.chinacloudapi.cn',
  },
}

export type BaseAddress =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly code: 'address-not-valid' | 'address-needs-tls' }

/**
 * A base address as it is kept: without a path's last slash, without user, query or fragment. Without TLS only where private
 * addresses are allowed: on the way through the internet a secret would be read.
 */
export function baseAddress(text: string, { allowPrivate }: { readonly allowPrivate: boolean }): BaseAddress {
  const url = URL.parse(text.trim())
  const isPlain = url?.username === '' && url.password === '' && url.search === '' && url.hash === ''
  if (!url || !isPlain || !['https:', 'http:'].includes(url.protocol) || url.hostname === '')
    return { ok: false, code: 'address-not-valid' }
  if (url.protocol === 'http:' && !allowPrivate) return { ok: false, code: 'address-needs-tls' }
  return { ok: true, address: `${url.origin}${url.pathname.replace(/\/+$/, '')}` }
}

/** Where an administrator of the tenant agrees to what the registration asks for. */
export function consentAddress(
  { loginUrl }: Pick<Addresses, 'loginUrl'>,
  tenantId: string,
  clientId: string,
): string {
  return `${loginUrl}/${encodeURIComponent(tenantId)}/adminconsent?client_id=${encodeURIComponent(clientId)}`
}

const directoryId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A directory or client id as it is kept: lower case; null for what is none. */
export function directoryIdOf(text: string): string | null {
  const id = text.trim().toLowerCase()
  return directoryId.test(id) ? id : null
}
