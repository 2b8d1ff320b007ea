import { personsByEmails } from '#features/people/server/actions.ts'
import { graphOf, personsOfUsers, tenantOf, usersOfPersons } from '#features/tenant/server/actions.ts'
import type { GraphClient } from '#integrations/microsoft-graph/graph-client.ts'
import { enrolledDevices } from '#integrations/microsoft-graph/read/enrolled-devices.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { JobPayload } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import { enrollmentsOf, type ListedDevice, normalAddresses, type Owners } from '../../domain/enrollments.ts'
import type { Failed } from '../../domain/field.ts'
import { failedBy } from '../read/attempt.ts'
import { heardFrom, quietFor } from '../read/silence.ts'
import { markEnrollmentsUnread, replaceEnrollments } from '../store/enrollments.ts'
import { tellEnrollments } from './tell.ts'

/** A list of 50,000 devices comes in fifty pages. */
const patienceMs = 120_000

/**
 * Reads who has enrolled: the list of the whole tenant once, never person by person. What was read before stays until all of it was read
 * again.
 */
export async function readEnrollmentsJob(platform: Platform, { orgId }: JobPayload): Promise<void> {
  const begun = await inOrganisation(platform, orgId, async (tx) => ({ tenant: await tenantOf(tx), now: tx.now }))
  const { tenant, now } = begun
  if (!tenant) return
  const graph = await graphOf(platform, orgId, 'read')
  if (!graph) return notRead(platform, orgId, tenant.id, { code: 'sign-in-refused', permission: null })
  const quiet = quietFor(graph, now)
  if (quiet) return notRead(platform, orgId, tenant.id, quiet)
  try {
    const devices = await listed(graph)
    heardFrom(graph, null, platform.clock.now())
    await inOrganisation(platform, orgId, (tx) => keep(tx, tenant.id, devices))
  } catch (error) {
    const failed = failedBy(platform, error)
    heardFrom(graph, failed, failed.at)
    await notRead(platform, orgId, tenant.id, failed)
  }
}

async function listed(graph: GraphClient): Promise<readonly ListedDevice[]> {
  const devices: ListedDevice[] = []
  for await (const page of enrolledDevices(graph, AbortSignal.timeout(patienceMs))) devices.push(...page)
  return devices
}

async function keep(tx: Tx, tenant: string, devices: readonly ListedDevice[]): Promise<void> {
  // Another tenant since: what was read is of the former.
  if ((await tenantOf(tx))?.id !== tenant) return
  const enrollments = enrollmentsOf(devices, await ownersOf(tx, devices))
  await replaceEnrollments(tx, { tenant, devices: devices.length, enrollments })
  await tellEnrollments(tx)
}

async function ownersOf(tx: Tx, devices: readonly ListedDevice[]): Promise<Owners> {
  const userIds = devices.flatMap(({ userId }) => userId?.toLowerCase() ?? [])
  const addresses = devices.flatMap((device) => normalAddresses(device.addresses))
  const [byUser, persons] = [
    await personsOfUsers(tx, [...new Set(userIds)]),
    await personsByEmails(tx, [...new Set(addresses)]),
  ]
  const users = await usersOfPersons(
    tx,
    [...persons.values()].map(({ id }) => id),
  )
  // Both tell who belongs to whom, from either side.
  const personOfUser = new Map([...byUser].map(([personId, userId]) => [userId, personId]))
  const byAddress = new Map(
    [...persons].map(([address, { id }]) => [address, { personId: id, userId: users.get(id) ?? null }]),
  )
  return { byUser: personOfUser, byAddress }
}

async function notRead(
  platform: Platform,
  orgId: string,
  tenant: string,
  failed: Pick<Failed, 'code' | 'permission'>,
): Promise<void> {
  await inOrganisation(platform, orgId, async (tx) => {
    if ((await tenantOf(tx))?.id !== tenant) return
    await markEnrollmentsUnread(tx, { tenant, failed })
    await tellEnrollments(tx)
  })
}
