import { known } from '#features/devices/domain/field.ts'
import type { Device } from '#features/devices/domain/context.ts'
import { keepContext } from '#features/devices/server/store/contexts.ts'
import { connectTenant, tenantOf } from '#features/tenant/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { PersonName } from '../support/test-desk.ts'
import { bareContext } from './device-fixtures.ts'
import { move, ticket } from './fixtures.ts'
import { tenantInput } from './tenant-fixtures.ts'
import type { World } from './world.ts'

/** A device of Ada's, at home, where things may be done to devices. */
export async function deviceOfAda({ platform, home: { orgId, people, within } }: World): Promise<string> {
  const input = tenantInput()
  await connectTenant(platform, orgId, { ...input, act: input.read })
  const id = newId()
  await within(async (tx) =>
    keepContext(tx, {
      personId: people.ada.id,
      tenant: (await tenantOf(tx))?.id ?? '',
      parts: { ...bareContext(tx.now), devices: known([device(id, tx.now)], tx.now) },
    }),
  )
  return id
}

/** A ticket of Ada's that tier 1 has in hand. */
export async function ticketInHand(world: World): Promise<string> {
  const { id } = await ticket(world)
  await move(world.home, 'tess', id, { move: 'claim' })
  return id
}

/** A wipe that waits for a colleague of tier 3 to agree; on the bridge, where every tier has the ticket in hand. */
export async function actionOn(world: World, askedBy: PersonName): Promise<string> {
  const deviceId = await deviceOfAda(world)
  const { people, orgId } = world.home
  const subject = await ticketInHand(world)
  await move(world.home, 'tess', subject, { move: 'bring-to-bridge', reason: 'Together' })
  const now = world.platform.clock.now()
  const action = actionRow(people.ada.id, people[askedBy].id, subject, now)
  const row = { ...action, device_id: deviceId, org_id: orgId }
  await world.platform.owner.query(
    `insert into device_actions (${Object.keys(row).join(', ')})
     values (${Object.keys(row)
       .map((_one, index) => `$${index + 1}`)
       .join(', ')})`,
    Object.values(row),
  )
  return row.id
}

export function actionTables(personId: string, askedBy: string, subject: string, now: string) {
  const action = actionRow(personId, askedBy, subject, now)
  return {
    device_actions: action,
    device_action_log: { id: newId(), action_id: action.id, at: now, what: 'asked' },
  }
}

const actionRow = (personId: string, askedBy: string, subject: string, now: string) => ({
  id: newId(),
  subject,
  ticket_number: 1,
  person_id: personId,
  device_id: newId(),
  device_name: 'CON-NL-0142',
  platform: 'ios',
  action: 'wipe',
  tier: 3,
  caller: 'video',
  purpose: 'Kanarie',
  four_eyes: true,
  state: 'awaiting',
  asked_by: askedBy,
  asked_at: now,
  agree_until: '2027-11-23T09:00:00.000Z',
})

function device(id: string, now: string): Device {
  const nothing = { entraDeviceId: null, os: null, osVersion: null, model: null, manufacturer: null, serial: null }
  const unsaid = { ownership: null, compliance: null, graceUntil: null, enrolledAt: null, lastSyncAt: null }
  const more = { certificateUntil: null, enrollmentType: null, managementState: null, isEncrypted: null }
  const rest = { isSupervised: null, storageFree: null, storageTotal: null, actions: [] }
  return {
    id,
    name: 'CON-NL-0142',
    platform: 'ios',
    ...nothing,
    ...unsaid,
    ...more,
    ...rest,
    failing: known([], now),
  }
}
