import { lookup } from 'node:dns/promises'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Which networks an outgoing connection may reach besides the public internet. */
export type OutboundPolicy = { readonly allowPrivate: boolean }

/** An address that an outgoing connection may not reach, or a name that does not resolve. */
export class OutboundRefused extends Error {
  readonly code: 'address-not-allowed' | 'name-not-found'
  readonly host: string
  constructor(code: OutboundRefused['code'], host: string, options?: ErrorOptions) {
    super(`${code}: ${host}`, options)
    this.name = 'OutboundRefused'
    this.code = code
    this.host = host
  }
}

/** Never reachable: cloud metadata services live in the link-local range; the rest is nobody's host. */
const never = blockList([
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['fe80::', 10],
  ['ff00::', 8],
  ['100::', 64],
])

/** Reachable only where the administrator allows it: this machine, and networks that are not the internet. */
const privateNetworks = blockList([
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['::1', 128],
  ['fc00::', 7],
  ['fec0::', 10],
  ['2001:db8::', 32],
])

/** Prefixes behind which an IPv4 address stands: NAT64, 6to4, Teredo. Nobody needs them to reach a mail server. */
const wrapped = blockList([
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['2001::', 32],
])

function blockList(ranges: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList()
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4')
  return list
}

export function isAllowedAddress(address: string, policy: OutboundPolicy): boolean {
  const inner = ipv4Inside(address)
  if (inner !== null) return isAllowedAddress(inner, policy)
  const version = isIP(address)
  if (version === 0) return false
  const family = version === 6 ? 'ipv6' : 'ipv4'
  if (never.check(address, family) || wrapped.check(address, family)) return false
  return policy.allowPrivate || !privateNetworks.check(address, family)
}

/** `::ffff:127.0.0.1` and `::ffff:7f00:1` are 127.0.0.1. */
function ipv4Inside(address: string): string | null {
  if (isIP(address) !== 6) return null
  // The URL parser writes every spelling of an address in one way.
  const hex = /^\[::(?:ffff:)?([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(
    new URL(`http://[${bare(address)}]`).hostname,
  )
  if (hex === null) return null
  const [high, low] = [Number.parseInt(hex[1] ?? '', 16), Number.parseInt(hex[2] ?? '', 16)]
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`
}

function bare(address: string): string {
  return address.split('%')[0] ?? address
}

/**
 * The address to connect to for a host. Connect to the answer and not to the name: a second look-up of the name could
 * answer differently.
 */
export async function resolveOutside(
  host: string,
  policy: OutboundPolicy,
): Promise<{ readonly address: string; readonly family: 4 | 6 }> {
  const literal = host.replace(/^\[|\]$/g, '')
  const found = isIP(literal) === 0 ? await lookUp(host) : [{ address: literal, family: isIP(literal) }]
  // One refused address refuses the name: a mixed answer is how a rebinding attack looks.
  if (!found.every((one) => isAllowedAddress(one.address, policy)))
    throw new OutboundRefused('address-not-allowed', host)
  const first = found[0]
  if (first === undefined) throw new OutboundRefused('name-not-found', host)
  return { address: first.address, family: first.family === 6 ? 6 : 4 }
}

async function lookUp(host: string): Promise<{ address: string; family: number }[]> {
  try {
    return await lookup(host, { all: true, order: 'ipv4first' })
  } catch (error) {
    throw new OutboundRefused('name-not-found', host, { cause: error })
  }
}

/**
 * The same guard as a `lookup` for `net.connect` and HTTP agents, which ask it for every connection, also after a
 * redirect. Sockets do not ask for a host that is an address already: check that one with `isAllowedAddress`.
 */
export function guardedLookup(policy: OutboundPolicy): LookupFunction {
  return (host, options, callback) => {
    resolveOutside(host, policy).then(
      ({ address, family }) =>
        options.all === true ? callback(null, [{ address, family }]) : callback(null, address, family),
      (error: unknown) => callback(error as NodeJS.ErrnoException, '', 4),
    )
  }
}
