import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Health } from '../domain/checks.ts'
import { findTenant, registrationOf } from './store/tenants.ts'
import { tenantView } from './views.ts'

export { tellChannels } from './channels/tell.ts'
export { connectTenant } from './connection/connect.ts'
export { cancelMeeting, createMeeting, moveMeeting } from './meetings.ts'
export { graphOf } from './connection/clients.ts'
export { linkPerson } from './store/persons.ts'
/** Who is who, of many at once: users' ids by person, asked from either side. */
export { linkedPersons as personsOfUsers, linksOfPersons as usersOfPersons } from './store/persons.ts'
export { entraIdOfPerson as entraIdOf, personWithEntraId as personOfEntraId } from './store/persons.ts'

/** Whether the tenant is one in a private network, such as a simulator: then what it links to may be there too. */
export async function privateAddressesAllowed(tx: Tx): Promise<boolean> {
  return (await findTenant(tx))?.allowPrivate ?? false
}

export { followedGroups } from './store/directory.ts'

export type ConnectedTenant = {
  /** Of the row here; tables that belong to a tenant refer to it. */
  readonly id: string
  /** The directory's id at Microsoft. */
  readonly tenantId: string
  /** As it calls itself; its id until that was read. */
  readonly name: string
  readonly since: Instant
  /** Whether a registration that may act is connected. */
  readonly canAct: boolean
}

/** The organisation's tenant; null: none is connected. */
export async function tenantOf(tx: Tx): Promise<ConnectedTenant | null> {
  const tenant = await findTenant(tx)
  if (tenant === null) return null
  const { id, tenantId, name, connectedAt } = tenant
  const act = registrationOf(tenant, 'act')
  return { id, tenantId, name: name ?? tenantId, since: connectedAt, canAct: act !== null && act.sealed !== null }
}

/** How the connection is doing, by what its own check tried last. */
export async function tenantHealth(tx: Tx): Promise<Health> {
  return (await tenantView(tx, false)).health
}
