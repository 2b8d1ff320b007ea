import { connectTenant } from '#features/tenant/server/actions.ts'
import { channelContext } from '#features/tenant/server/channels/channels.ts'
import { newId } from '#platform/database/id.ts'
import { secretsOf } from '#platform/secrets.ts'
import type { TestDesk } from '../support/test-desk.ts'
import * as made from './fixtures.ts'
import type { World } from './world.ts'

export const tenantInput = () => ({
  tenantId: newId(),
  cloud: 'public' as const,
  read: { clientId: newId(), credential: { kind: 'secret' as const, secret: `s-${made.next()}` } },
})

export const channelInput = () => ({
  name: `Desk ${made.next()}`,
  url: 'https://prod-00.westeurope.logic.azure.com/workflows/1?sig=x',
  language: 'nl' as const,
  moments: ['escalated' as const],
})

export async function tenantOn({ platform }: World, { orgId }: TestDesk): Promise<void> {
  await connectTenant(platform, orgId, tenantInput())
}

/** A tenant whose secret was dropped: nothing of it can be read, so that nobody is called. */
export async function tenantWithoutSecret(world: World, desk: TestDesk): Promise<void> {
  await tenantOn(world, desk)
  await world.platform.owner.query('update tenant_registrations set sealed = null where org_id = $1', [desk.orgId])
}

/** A tenant whose groups may be followed. */
export async function directoryOn(world: World, desk: TestDesk): Promise<void> {
  await tenantOn(world, desk)
  await world.platform.owner.query(
    `insert into tenant_directories (org_id, tenant) select org_id, id from tenants where org_id = $1
     on conflict do nothing`,
    [desk.orgId],
  )
}

/** A channel of this organisation that was set up before; no card goes where its address leads. */
export async function channelOn({ platform }: World, { orgId }: TestDesk): Promise<string> {
  const id = newId()
  const sealed = (await secretsOf(platform.dataFolder)).seal('https://127.0.0.1:9/x', channelContext(id))
  await platform.owner.query(
    `insert into tenant_channels (org_id, id, name, sealed_url, host, language, moments, created_at)
     values ($1, $2, 'Desk', $3, 'prod-00.westeurope.logic.azure.com', 'nl', '{}', now())`,
    [orgId, id, sealed],
  )
  return id
}

/** A row in every table of the tenant. */
export function tenantTables(personId: string, now: string) {
  const [tenant, channel] = [newId(), newId()]
  return {
    tenants: {
      id: tenant,
      tenant_id: newId(),
      cloud: 'public',
      login_url: 'https://login.example',
      graph_url: 'https://graph.example',
      connected_at: now,
      changed_at: now,
    },
    tenant_registrations: { tenant, purpose: 'read', client_id: newId(), kind: 'secret', sealed: 'sealed' },
    tenant_checks: { tenant, check_key: 'people', outcome: 'works', tried_at: now },
    tenant_persons: { tenant, person_id: personId, entra_id: newId(), found_by: 'address', found_at: now },
    tenant_directories: { tenant },
    tenant_directory_groups: { tenant, entra_group_id: newId(), name: 'Wave 1', group_key: 'wave-1' },
    tenant_directory_users: { tenant, entra_id: newId(), enabled: true, groups: '{}' },
    tenant_channels: {
      id: channel,
      name: 'Desk',
      sealed_url: 'sealed',
      host: 'prod-00.westeurope.logic.azure.com',
      language: 'nl',
      moments: '{}',
      created_at: now,
    },
    tenant_cards: { channel_id: channel, moment: 'escalated', subject: 'T-1', at: now },
  }
}
