/** What a channel can be told of. */
export const channelMoments = [
  'escalated',
  'burst',
  'bridge-called',
  'service-incident',
  'vendor-answered',
] as const
export type ChannelMoment = (typeof channelMoments)[number]

/** Where Microsoft takes cards for a channel: what ends in one of these. */
const webhookHosts = ['.logic.azure.com', '.api.powerplatform.com', '.logic.azure.us', '.logic.azure.cn'] as const

export type WebhookAddress =
  | { readonly ok: true; readonly url: string; readonly host: string }
  | { readonly ok: false; readonly code: 'webhook-not-valid' | 'webhook-host-not-allowed' }

/**
 * Cards go to Microsoft's own hosts alone, so that nobody has the desk knock at other doors. `simulator`: the origin of the tenant's own
 * Graph address, where an organisation has one.
 */
export function webhookAddress(text: string, simulator: string | null): WebhookAddress {
  const url = URL.parse(text.trim())
  if (!url || url.username !== '' || url.password !== '' || url.hash !== '')
    return { ok: false, code: 'webhook-not-valid' }
  const { hostname, host, href, origin, protocol, port } = url
  const isMicrosofts =
    protocol === 'https:' && ['', '443'].includes(port) && webhookHosts.some((end) => hostname.endsWith(end))
  if (isMicrosofts || origin === simulator) return { ok: true, url: href, host }
  return { ok: false, code: 'webhook-host-not-allowed' }
}
