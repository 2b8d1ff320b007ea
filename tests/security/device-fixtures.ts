import { freezeSnapshot } from '#features/devices/server/actions.ts'
import type { PersonContext } from '#features/devices/domain/context.ts'
import { known } from '#features/devices/domain/field.ts'
import { keepContext } from '#features/devices/server/store/contexts.ts'
import { insertFinding } from '#features/devices/server/store/findings.ts'
import { tenantOf } from '#features/tenant/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { tenantOn } from './tenant-fixtures.ts'
import type { World } from './world.ts'

/** Somebody of whom Microsoft said nothing but that they are there. */
export function bareContext(now: string): PersonContext {
  const person = {
    entraId: newId(),
    name: 'Ada',
    signInName: 'ada@contoso.example',
    enabled: true,
    usageLocation: 'NL',
    language: 'nl-NL',
  }
  const none = known([], now)
  return {
    person: known(person, now),
    licences: none,
    groups: none,
    devices: none,
    enrollmentFailures: none,
    appFailures: none,
    autopilot: none,
  }
}

/** What was frozen with a ticket of Ada's, at home. */
export async function snapshotOn(world: World): Promise<string> {
  const { orgId, people, within } = world.home
  if ((await within(tenantOf)) === null) await tenantOn(world, world.home)
  const frozen = await inOrganisation(world.platform, orgId, async (tx) => {
    const tenant = (await tenantOf(tx))?.id ?? ''
    await keepContext(tx, { personId: people.ada.id, tenant, parts: bareContext(tx.now) })
    return freezeSnapshot(tx, { personId: people.ada.id, subject: newId(), reason: 'offered', at: tx.now })
  })
  return frozen ?? ''
}

/** Something found of Ada, at home, that nobody was told of yet. */
export async function findingOn(world: World): Promise<string> {
  const { people, within } = world.home
  if ((await within(tenantOf)) === null) await tenantOn(world, world.home)
  const id = await within(async (tx) =>
    insertFinding(tx, {
      tenant: (await tenantOf(tx))?.id ?? '',
      personId: people.ada.id,
      wanted: 'hint',
      seen: {
        ...{ kind: 'silent-device', about: newId(), userId: null, platform: 'windows', facts: {} },
        ...{ ids: [newId()], firstAt: tx.now, lastAt: tx.now },
      },
    }),
  )
  return id ?? ''
}

/** A row in every table of the devices; their tenant is that of `tenantTables`. */
export function deviceTables(tenant: string, personId: string, now: string) {
  return {
    device_contexts: { person_id: personId, tenant, parts: JSON.stringify(bareContext(now)), tried_at: now },
    device_findings: {
      ...{ id: newId(), tenant, kind: 'silent-device', about: 'kanarie', person_id: personId, facts: '{}' },
      ...{ seen: '{a}', times: 1, first_at: now, last_at: now, found_at: now, state: 'told', wanted: 'hint' },
    },
    device_detections: { tenant, kind: 'silent-device', looked_at: now },
    device_enrollments: { tenant, device_id: newId(), person_id: personId, platform: 'ios', enrolled_at: now },
    device_enrollment_reads: { tenant, tried_at: now, read_at: now, devices: 1, known: 1 },
    device_organisations: {
      ...{ tenant, tried_at: now },
      parts: JSON.stringify({ certificates: known([], now), health: known([], now) }),
    },
    device_snapshots: {
      id: newId(),
      subject: newId(),
      person_id: personId,
      reason: 'opened',
      at: now,
      context: '{}',
      hash: Buffer.alloc(32),
    },
  }
}
