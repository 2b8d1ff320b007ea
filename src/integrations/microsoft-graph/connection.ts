import { createHash } from 'node:crypto'

/** How the organisation's registration proves who it is. PEM texts for a certificate; the private key is PKCS#8. */
export type GraphCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly privateKey: string; readonly certificate: string }

/** One registration in one tenant, and where its cloud answers. */
export type GraphConnection = {
  readonly tenantId: string
  readonly clientId: string
  readonly credential: GraphCredential
  /** Base addresses without a trailing slash; national clouds and the simulator have others than the public cloud. */
  readonly loginUrl: string
  readonly graphUrl: string
  /** May these addresses be on this machine or in a private network? */
  readonly allowPrivate: boolean
}

/** Microsoft counts per app and tenant: what has this name shares its limits. */
export function connectionName({ tenantId, clientId, graphUrl }: GraphConnection): string {
  return createHash('sha256')
    .update(JSON.stringify([graphUrl, tenantId, clientId]))
    .digest('hex')
}
