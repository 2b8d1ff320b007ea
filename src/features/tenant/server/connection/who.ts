import { personById } from '#features/people/server/actions.ts'
import type { GraphClient } from '#integrations/microsoft-graph/graph-client.ts'
import { findUser } from '#integrations/microsoft-graph/read/users.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { entraIdOfPerson, linkPerson } from '../store/persons.ts'
import { findTenant } from '../store/tenants.ts'

/**
 * Who this person is in the tenant: as it is known here, else by their e-mail address, which is then remembered. Null for somebody
 * whom the tenant does not know. Fails as Graph does.
 */
export async function entraIdFound(
  platform: Platform,
  orgId: string,
  graph: GraphClient,
  personId: string,
): Promise<string | null> {
  const known = await inOrganisation(platform, orgId, async (tx) => {
    const [entraId, person] = await Promise.all([entraIdOfPerson(tx, personId), personById(tx, personId)])
    return { entraId, email: person?.email }
  })
  if (known.entraId !== null) return known.entraId
  if (known.email === undefined) return null
  const user = await findUser(graph, known.email)
  if (user === null) return null
  await inOrganisation(platform, orgId, async (tx) => {
    const tenant = await findTenant(tx)
    if (tenant) await linkPerson(tx, { tenant: tenant.id, personId, entraId: user.id, foundBy: 'address' })
  })
  return user.id
}
