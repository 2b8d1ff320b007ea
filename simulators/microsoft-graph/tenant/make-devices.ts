import { type Chance, chanceFor } from '../chance.ts'
import { day, forever, hour, minute, never, stampOf } from '../clock.ts'
import type { DeviceRecord, Platform, UserRecord } from './records.ts'
import { type Make, makes } from './device-makes.ts'
import { isEncryptedBy, policyStates, worst } from './compliance.ts'
import type { DeviceBehind } from './tenant.ts'

/** Since when each wave enrolls, in days; the last one had its devices before. */
const waveBegan = [42, 28, 7, 0] as const

export type MadeDevice = { readonly record: DeviceRecord; readonly behind: DeviceBehind }

type Made = { readonly count: number; readonly seed: number; readonly at: number; readonly checkedIn: number }

/** So many devices: one for everybody, a second for some, and some without a person. */
export function makeDevices(
  users: readonly UserRecord[],
  wave: ReadonlyMap<string, number>,
  { count, seed, at, checkedIn }: Made,
): MadeDevice[] {
  const unowned = Math.floor(count * 0.02)
  return Array.from({ length: count }, (_, index) => {
    const chance = chanceFor(seed, `device ${index}`)
    const user = index < count - unowned ? users[index % users.length] : undefined
    return makeDevice(user ?? null, {
      index,
      chance,
      at,
      checkedIn,
      wave: user ? (wave.get(user.id) ?? 0) : 0,
      platform: platformOf(chance, index >= users.length),
    })
  })
}

function platformOf(chance: Chance, isSecond: boolean): Platform {
  const turn = chance.next()
  if (isSecond) return turn < 0.55 ? 'ios' : turn < 0.95 ? 'android' : 'macos'
  return turn < 0.5 ? 'windows' : turn < 0.77 ? 'ios' : turn < 0.93 ? 'android' : 'macos'
}

export type DeviceWish = {
  readonly index: number
  readonly chance: Chance
  readonly at: number
  /** Until when devices that are in touch have checked in, where that is later than `at`. */
  readonly checkedIn?: number
  readonly wave: number
  readonly platform: Platform
}

/** A device as it comes out of enrollment, with the policies of its platform. */
export function makeDevice(user: UserRecord | null, wish: DeviceWish): MadeDevice {
  const { chance, at, platform } = wish
  const make = chance.oneOf(makes[platform])
  const enrolled = enrolledAt(wish)
  const quiet = chance.next()
  const isOffline = quiet > 0.94
  const seen =
    quiet > 0.97
      ? chance.between(8, 40) * day
      : isOffline
        ? chance.between(4, 50) * hour
        : chance.between(2, 460) * minute
  const until = quiet > 0.97 ? at : (wish.checkedIn ?? at)
  const synced = Math.max(enrolled + 5 * minute, until - seen)
  const personal = platform === 'ios' || platform === 'android' ? chance.happens(0.25) : chance.happens(0.03)
  const policies = policyStates(platform, user, chance)
  const complianceState = worst(policies, chance)
  const record: DeviceRecord = {
    ...blank,
    ...identity(wish, make, user),
    ...(platform === 'windows' ? {} : mobile(platform, chance)),
    managedDeviceOwnerType: personal ? 'personal' : 'company',
    enrolledDateTime: stampOf(enrolled),
    lastSyncDateTime: stampOf(synced),
    complianceState,
    complianceGracePeriodExpirationDateTime:
      complianceState === 'inGracePeriod' ? stampOf(at + chance.between(1, 6) * day) : forever,
    jailBroken: platform === 'windows' ? 'Unknown' : 'False',
    deviceEnrollmentType: enrollmentType(platform, personal, chance),
    isSupervised: (platform === 'ios' || platform === 'macos') && !personal,
    isEncrypted: isEncryptedBy(policies),
    freeStorageSpaceInBytes: Math.round(make.storage * (chance.happens(0.05) ? 0.02 : 0.2 + 0.6 * chance.next())),
    totalStorageSpaceInBytes: make.storage,
    managementCertificateExpirationDate: stampOf(enrolled + 365 * day),
    enrollmentProfileName: platform === 'ios' && !personal ? 'ADE-Corporate' : null,
  }
  return { record, behind: { platform, isOffline, policies } }
}

function enrolledAt({ chance, at, wave }: DeviceWish): number {
  const began = waveBegan[wave] ?? 0
  // The last wave had devices before; a few of every wave had one too.
  if (began === 0 || chance.happens(0.15)) return at - chance.between(60, 320) * day
  return at - Math.floor(chance.next() ** 1.6 * (began * day - hour)) - hour
}

function identity({ index, chance, platform }: DeviceWish, make: Make, user: UserRecord | null) {
  const number = String(index + 1).padStart(4, '0')
  const name = user === null ? '' : (user.userPrincipalName.split('@')[0] ?? '')
  const place = user?.usageLocation ?? 'NL'
  return {
    id: chance.id(),
    userId: user?.id ?? null,
    azureADDeviceId: chance.id(),
    deviceName:
      platform === 'windows' || platform === 'macos'
        ? `CON-${place}-${number}`
        : `${user?.givenName ?? 'Spare'}'s ${make.model}`,
    managedDeviceName: `${name || 'unassigned'}_${make.system}_${number}`,
    operatingSystem: make.system,
    osVersion: chance.oneOf(make.versions),
    managementAgent: platform === 'android' ? ('googleCloudDevicePolicyController' as const) : ('mdm' as const),
    model: make.model,
    manufacturer: make.manufacturer,
    serialNumber: `${make.serial}-${String(chance.between(0, 99))}${number}`,
    emailAddress: user?.mail ?? '',
    userPrincipalName: user?.userPrincipalName ?? '',
    userDisplayName: user?.displayName ?? '',
    wiFiMacAddress: Array.from({ length: 12 }, () => '0123456789ABCDEF'[chance.between(0, 15)]).join(''),
    physicalMemoryInBytes: platform === 'windows' ? 17_179_869_184 : 0,
    ethernetMacAddress: platform === 'windows' ? `02A0${number.padStart(8, '0')}` : null,
  }
}

function mobile(platform: Platform, chance: Chance) {
  const imei = String(350_000_000_000_000 + chance.between(0, 99_999_999))
  return {
    ...(platform === 'macos' ? {} : { imei }),
    ...(platform === 'android' ? { androidSecurityPatchLevel: chance.oneOf(['2026-02-01', '2025-11-01']) } : {}),
    ...(platform === 'ios' ? { udid: chance.id(), iccid: `8931${imei}` } : {}),
  }
}

function enrollmentType(
  platform: Platform,
  personal: boolean,
  chance: Chance,
): DeviceRecord['deviceEnrollmentType'] {
  if (platform === 'windows') return chance.happens(0.6) ? 'windowsAzureADJoin' : 'windowsAutoEnrollment'
  if (platform === 'android') return 'userEnrollment'
  return personal ? 'userEnrollment' : 'appleBulkWithUser'
}

const blank = {
  managementState: 'managed',
  deviceRegistrationState: 'registered',
  deviceCategoryDisplayName: 'Unknown',
  easActivated: false,
  easDeviceId: null,
  easActivationDateTime: never,
  azureADRegistered: true,
  activationLockBypassCode: null,
  exchangeLastSuccessfulSyncDateTime: never,
  exchangeAccessState: 'none',
  exchangeAccessStateReason: 'none',
  remoteAssistanceSessionUrl: null,
  remoteAssistanceSessionErrorDetails: null,
  imei: '',
  meid: null,
  phoneNumber: '',
  subscriberCarrier: '',
  androidSecurityPatchLevel: '',
  iccid: null,
  udid: null,
  partnerReportedThreatState: 'unknown',
  notes: null,
  requireUserEnrollmentApproval: null,
  configurationManagerClientEnabledFeatures: null,
  deviceHealthAttestationState: null,
  deviceActionResults: [] as DeviceRecord['deviceActionResults'],
} as const
