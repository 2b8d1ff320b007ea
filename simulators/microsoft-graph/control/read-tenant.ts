import { faultNames } from '../faults/faults.ts'
import { devicesOf, groupsOf, userOf } from '../tenant/tenant.ts'
import type { World } from '../world.ts'
import { NotPossible } from './happenings.ts'

/** What a test or a person wants to know of the tenant, beside what Graph says. */
export function readTenant(world: World, what: string, query: URLSearchParams): Readonly<Record<string, unknown>> {
  const { tenant } = world
  if (what === 'summary')
    return {
      now: world.clock.stamp(),
      tenantId: tenant.id,
      name: tenant.name,
      seed: tenant.seed,
      people: tenant.users.size,
      devices: tenant.devices.size,
      groups: tenant.groups.size,
      failures: tenant.failures.length,
      appFailures: tenant.appFailures.length,
      openHealthIssues: tenant.healthIssues.filter(({ isResolved }) => !isResolved).length,
      knownFaults: faultNames,
    }
  if (what === 'person') {
    const user = userOf(tenant, query.get('address') ?? query.get('id') ?? '')
    if (!user) throw new NotPossible('There is no such person')
    return {
      user,
      groups: groupsOf(tenant, user.id),
      devices: devicesOf(tenant, user.id).map((device) => ({
        ...device,
        isOffline: tenant.behind.get(device.id)?.isOffline,
      })),
      failures: tenant.failures.filter(({ record }) => record.userId === user.id).map(({ record }) => record),
      licences: tenant.licences.get(user.id),
    }
  }
  if (what === 'mail') {
    const user = userOf(tenant, query.get('address') ?? '')
    const mailbox = user && tenant.mailboxes.get(user.id)
    const messages = mailbox ? [...mailbox.messages.values()] : []
    return {
      folders: mailbox?.folders ?? [],
      messages: messages.map(({ record, mime, attachments }) => ({
        ...record,
        mime,
        folder: mailbox?.folders.find(({ id }) => id === record.parentFolderId)?.displayName,
        files: attachments.map(({ name }) => name),
      })),
    }
  }
  if (what === 'groups') return { groups: [...tenant.groups.values()] }
  if (what === 'meetings') return { meetings: [...tenant.meetings.values()] }
  throw new NotPossible(`Nothing is told of ${what}`)
}
