import { normalEmail } from '#features/people/domain/email.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { isLeaving } from './detection.ts'

/** A device as Intune lists it, as far as it tells who enrolled. */
export type ListedDevice = {
  readonly id: string
  readonly userId: string | null
  /** Mail, then sign-in name. */
  readonly addresses: readonly string[]
  readonly platform: Platform | null
  readonly enrolledAt: Instant | null
  readonly agent: string | null
  readonly managementState: string | null
}

/** A device that somebody here has enrolled. */
export type Enrollment = {
  readonly deviceId: string
  readonly personId: string
  readonly platform: Platform | null
  /** Null: Intune does not say since when. */
  readonly enrolledAt: Instant | null
}

/** Who is who: people here by the id of their user in lower case, and by their address with the user that they are, if known. */
export type Owners = {
  readonly byUser: ReadonlyMap<string, string>
  readonly byAddress: ReadonlyMap<string, { readonly personId: string; readonly userId: string | null }>
}

/**
 * Intune lists devices that nobody enrolled in it: of Exchange, of Configuration Manager without co-management, of Jamf, and of Defender.
 */
const managedElsewhere: ReadonlySet<string> = new Set(['eas', 'configurationManagerClient', 'jamf', 'msSense'])

/** Whether the device is in Intune because somebody enrolled it, and is to stay. */
export function isEnrolled({ agent, managementState }: Pick<ListedDevice, 'agent' | 'managementState'>): boolean {
  return !isLeaving(managementState) && !(agent !== null && managedElsewhere.has(agent))
}

/**
 * The enrolled devices of people here: by the user's id where that is known, else by the address. An address of somebody who is known to
 * be another user is an old one of theirs, or was given to somebody else: the device is nobody's then.
 */
export function enrollmentsOf(devices: readonly ListedDevice[], owners: Owners): readonly Enrollment[] {
  return devices.filter(isEnrolled).flatMap((device) => {
    const personId = ownerOf(device, owners)
    const { id: deviceId, platform, enrolledAt } = device
    return personId === null ? [] : [{ deviceId, personId, platform, enrolledAt }]
  })
}

function ownerOf({ userId, addresses }: ListedDevice, { byUser, byAddress }: Owners): string | null {
  const user = userId?.toLowerCase() ?? null
  const known = user === null ? undefined : byUser.get(user)
  if (known !== undefined) return known
  for (const address of normalAddresses(addresses)) {
    const person = byAddress.get(address)
    if (person && (person.userId === null || user === null)) return person.personId
  }
  return null
}

/** As people's addresses are kept. */
export function normalAddresses(addresses: readonly string[]): readonly string[] {
  return [...new Set(addresses.flatMap((address) => normalEmail(address) ?? []))]
}

const minuteMs = 60_000

/**
 * Whether it is time to read the list again: every hour while people of a wave enroll, once a day otherwise, and after a failure each time
 * that one looks, which is every ten minutes.
 */
export function isTimeToRead(
  last: null | { readonly triedAt: Instant; readonly failed: boolean },
  now: Instant,
  isEnrolling: boolean,
): boolean {
  if (last === null || last.failed) return true
  const minutes = (Date.parse(now) - Date.parse(last.triedAt)) / minuteMs
  // A job that begins a little earlier than the one before it did not begin too early.
  return minutes >= (isEnrolling ? 60 : 24 * 60) - 5
}
