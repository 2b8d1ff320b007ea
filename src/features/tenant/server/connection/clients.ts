import type { GraphClient, GraphConnection } from '#integrations/microsoft-graph/graph-client.ts'
import { openGraph } from '#integrations/microsoft-graph/graph-client.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { secretsOf } from '#platform/secrets.ts'
import type { Purpose } from '../../domain/checks.ts'
import { findTenant, registrationOf, type TenantRow } from '../store/tenants.ts'
import { secretContext } from './credential.ts'

type Open = { readonly revision: string; readonly client: GraphClient }

/** Per platform, so that what one test or demo opens no other meets. */
const opened = new WeakMap<object, Map<string, Open>>()

/**
 * The way to Microsoft for one purpose, shared by everybody in this process, so that token and throttle are too. Null where no tenant
 * is connected, where there is no registration for it, or where its secret has to be given again.
 */
export async function graphOf(platform: Platform, orgId: string, purpose: Purpose): Promise<GraphClient | null> {
  const tenant = await inOrganisation(platform, orgId, (tx) => findTenant(tx))
  const connection = tenant && (await connectionOf(platform, tenant, purpose))
  const clients = opened.get(platform.database) ?? new Map<string, Open>()
  opened.set(platform.database, clients)
  const key = `${orgId} ${purpose}`
  const known = clients.get(key)
  const revision = `${tenant?.id} ${tenant?.revision}`
  if (known?.revision === revision && connection !== null) return known.client
  if (known) {
    clients.delete(key)
    await known.client.close()
  }
  if (connection === null) return null
  const client = openGraph(connection, { clock: platform.clock, log: platform.log })
  clients.set(key, { revision, client })
  return client
}

/** What the client needs, with the secret in clear. */
export async function connectionOf(
  { dataFolder }: Pick<Platform, 'dataFolder'>,
  tenant: TenantRow,
  purpose: Purpose,
): Promise<GraphConnection | null> {
  const registration = registrationOf(tenant, purpose)
  if (registration === null || registration.sealed === null) return null
  const { clientId, sealed, certificate } = registration
  const secret = (await secretsOf(dataFolder)).open(sealed, secretContext(tenant, purpose, clientId))
  const { tenantId, loginUrl, graphUrl, allowPrivate } = tenant
  return {
    tenantId,
    clientId,
    credential:
      certificate === null ? { kind: 'secret', secret } : { kind: 'certificate', privateKey: secret, certificate },
    loginUrl,
    graphUrl,
    allowPrivate,
  }
}
