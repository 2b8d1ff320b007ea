import { appFailuresOf } from '#integrations/microsoft-graph/read/apps.ts'
import { enrollmentFailuresOf } from '#integrations/microsoft-graph/read/enrollment-failures.ts'
import {
  findUser,
  groupsOf,
  licencesOf,
  readUser,
  type TenantUser,
} from '#integrations/microsoft-graph/read/users.ts'
import type {
  AppFailure,
  Device,
  EnrollmentFailure,
  Group,
  PersonContext,
  TenantPerson,
} from '../../domain/context.ts'
import { type Failed, type Field, known, stale } from '../../domain/field.ts'
import { NothingThere } from './attempt.ts'
import { clean } from './clean.ts'
import { readAutopilot, readDevices, type Reading, withReasons } from './read-devices.ts'

/** Who is to be read: by the id that stays, where it is known already, and by address where it is not. */
export type Wanted = { readonly entraId: string | null; readonly address: string | null }

const mostFailures = 20
const mostGroups = 300

/**
 * Reads a person, each part by itself: none waits for another that it does not need, and none is lost because another failed. Where
 * Microsoft cannot be reached or does not let us in, or the person is not there, nothing more is asked.
 */
export async function readPerson(
  reading: Reading,
  wanted: Wanted,
  before: PersonContext | null,
): Promise<{ readonly parts: PersonContext; readonly entraId: string | null }> {
  const user = await reading.attempt<TenantUser>(undefined, () => findPerson(reading, wanted))
  const person = personField(user, before?.person)
  const entraId = user.value?.id ?? wanted.entraId
  if (user.failed && (user.failed.code !== 'permission-missing' || entraId === null))
    return { parts: { ...allFailed(before, user.failed), person }, entraId: null }
  if (entraId === null) throw new Error('somebody was read who has no id')
  return { parts: { person, ...(await readParts(reading, entraId, before)) }, entraId }
}

async function findPerson({ graph, signal }: Reading, { entraId, address }: Wanted): Promise<TenantUser> {
  const linked = entraId === null ? null : await readUser(graph, entraId, signal)
  if (linked) return linked
  // Whoever was deleted may have been made anew, with the same address and another id.
  const found = address === null ? null : await findUser(graph, address, signal)
  if (found) return found
  throw new NothingThere(entraId === null ? 'not-in-tenant' : 'gone')
}

async function readParts(
  reading: Reading,
  entraId: string,
  before: PersonContext | null,
): Promise<Omit<PersonContext, 'person'>> {
  const { graph, attempt, signal, now } = reading
  const [licences, groups, devices, enrollmentFailures, appFailures] = await Promise.all([
    attempt(before?.licences, () => licencesOf(graph, entraId, signal)),
    attempt(before?.groups, async () =>
      (await groupsOf(graph, entraId, signal)).slice(0, mostGroups).map(groupFrom),
    ),
    attempt(before?.devices, () => readDevices(reading, entraId)),
    attempt(before?.enrollmentFailures, async () =>
      (await enrollmentFailuresOf(graph, entraId, signal)).slice(0, mostFailures).map(enrollmentFailureFrom),
    ),
    attempt(before?.appFailures, async () =>
      (await appFailuresOf(graph, entraId, signal)).slice(0, mostFailures).map(appFailureFrom),
    ),
  ])
  if (devices.failed) {
    const why: Failed = { ...devices.failed, at: now }
    return {
      licences,
      groups,
      devices,
      enrollmentFailures,
      appFailures,
      autopilot: stale(before?.autopilot ?? null, why),
    }
  }
  const [explained, autopilot] = await Promise.all([
    withReasons(reading, devices.value, before?.devices.value ?? []),
    attempt(before?.autopilot, () => readAutopilot(reading, devices.value)),
  ])
  return {
    licences,
    groups,
    devices: known<readonly Device[]>(explained, devices.readAt),
    enrollmentFailures,
    appFailures,
    autopilot,
  }
}

function personField(user: Field<TenantUser>, before: Field<TenantPerson> | undefined): Field<TenantPerson> {
  if (user.failed) return stale(before ?? null, user.failed)
  const { id, name, upn, enabled, usageLocation, language } = user.value
  return known(
    { entraId: id, name: name ?? '', signInName: upn ?? '', enabled, usageLocation, language },
    user.readAt,
  )
}

/** Every part as it was, and that it could not be read now. */
export function allFailed(before: PersonContext | null, failed: Failed): PersonContext {
  return {
    person: stale(before?.person ?? null, failed),
    licences: stale(before?.licences ?? null, failed),
    groups: stale(before?.groups ?? null, failed),
    devices: stale(before?.devices ?? null, failed),
    enrollmentFailures: stale(before?.enrollmentFailures ?? null, failed),
    appFailures: stale(before?.appFailures ?? null, failed),
    autopilot: stale(before?.autopilot ?? null, failed),
  }
}

function groupFrom({ id, name }: Group): Group {
  return { id, name: clean(name) }
}

type ReadEnrollmentFailure = Awaited<ReturnType<typeof enrollmentFailuresOf>>[number]
type ReadAppFailure = Awaited<ReturnType<typeof appFailuresOf>>[number]

function enrollmentFailureFrom(failure: ReadEnrollmentFailure): EnrollmentFailure {
  const { id, at, platform, os, osVersion, category, reason, correlationId, deviceId, enrollmentType } = failure
  return {
    id,
    at,
    platform,
    os,
    osVersion,
    category,
    reason: clean(reason),
    correlationId,
    deviceId,
    enrollmentType,
  }
}

function appFailureFrom({ id, at, appId, appName, deviceId, code, what }: ReadAppFailure): AppFailure {
  return { id, at, appId, appName: clean(appName), deviceId, code, what: clean(what) }
}
