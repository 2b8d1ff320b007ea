import type { GraphConnection } from './connection.ts'

export type Address = { readonly url: string; readonly path: string }

/**
 * Where a path, or a link that Microsoft gave, is. A link stays as it is: what is behind its question mark is Microsoft's own. Null for a
 * link to another host than the connection's, since the token would go there.
 */
export function addressOf(
  { graphUrl }: Pick<GraphConnection, 'graphUrl'>,
  pathOrLink: string,
  options: {
    readonly query?: Readonly<Record<string, string | number | null | undefined>> | undefined
    readonly version?: 'v1.0' | 'beta' | undefined
  },
): Address | null {
  if (pathOrLink.startsWith('/') && !pathOrLink.startsWith('//')) {
    const path = `${pathOrLink}${queryText(options.query, pathOrLink.includes('?'))}`
    return { url: `${graphUrl}/${options.version ?? 'v1.0'}${path}`, path }
  }
  const link = URL.parse(pathOrLink)
  const base = new URL(graphUrl)
  if (link === null || link.origin !== base.origin || link.username !== '' || link.password !== '') return null
  const prefix = base.pathname.replace(/\/+$/, '')
  if (!link.pathname.startsWith(`${prefix}/`)) return null
  // Behind the version.
  return { url: pathOrLink, path: `${link.pathname.slice(prefix.length).replace(/^\/[^/]+/, '')}${link.search}` }
}

function queryText(
  query: Readonly<Record<string, string | number | null | undefined>> | undefined,
  hasQuery: boolean,
): string {
  const parts = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : `${name}=${encodeURIComponent(String(value))}`,
  )
  return parts.length === 0 ? '' : `${hasQuery ? '&' : '?'}${parts.join('&')}`
}
