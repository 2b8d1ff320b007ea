import type { Instant } from '#features/people/domain/instant.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { Failed, Field } from './field.ts'

/** The person as the organisation's tenant knows them. No address of others, no phone, no place. */
export type TenantPerson = {
  readonly entraId: string
  readonly name: string
  /** What they sign in with: it changes with their name, the id does not. */
  readonly signInName: string
  readonly enabled: boolean | null
  readonly usageLocation: string | null
  readonly language: string | null
}

export type Licence = {
  readonly sku: string
  /** Whether Intune is in it and on: `enabled`, `disabled`, `pending`, `none`, or as Microsoft says. */
  readonly intunePlan: string
  readonly error: string | null
}

export type Group = { readonly id: string; readonly name: string | null }

/** A setting of a policy that a device does not meet. */
export type FailingSetting = {
  readonly policy: string
  readonly setting: string
  readonly state: string
  /** `0x87D10194`; null where Microsoft gives none. */
  readonly code: string | null
  readonly current: string | null
}

export type Device = {
  readonly id: string
  readonly entraDeviceId: string | null
  readonly name: string
  readonly platform: Platform | null
  readonly os: string | null
  readonly osVersion: string | null
  readonly model: string | null
  readonly manufacturer: string | null
  readonly serial: string | null
  readonly ownership: string | null
  /** `compliant`, `noncompliant`, `inGracePeriod`, `conflict`, `error`, `unknown`, `configManager`, or as Microsoft says. */
  readonly compliance: string | null
  readonly graceUntil: Instant | null
  readonly enrolledAt: Instant | null
  readonly lastSyncAt: Instant | null
  readonly certificateUntil: Instant | null
  readonly enrollmentType: string | null
  readonly managementState: string | null
  readonly isEncrypted: boolean | null
  readonly isSupervised: boolean | null
  readonly storageFree: number | null
  readonly storageTotal: number | null
  /** What it does not meet, for a device that is not compliant. */
  readonly failing: Field<readonly FailingSetting[]>
  /** What Intune was asked to do with it. */
  readonly actions: readonly DeviceActionState[]
}

type DeviceActionState = {
  readonly name: string
  readonly state: string
  readonly startedAt: Instant | null
  readonly updatedAt: Instant | null
}

export type EnrollmentFailure = {
  readonly id: string
  readonly at: Instant | null
  readonly platform: Platform | null
  readonly os: string | null
  readonly osVersion: string | null
  readonly category: string | null
  readonly reason: string | null
  readonly correlationId: string | null
  readonly deviceId: string | null
  readonly enrollmentType: string | null
}

export type AppFailure = {
  readonly id: string
  readonly at: Instant | null
  readonly appId: string | null
  readonly appName: string | null
  readonly deviceId: string | null
  /** `0x87D1041C`; null where Microsoft gives none. */
  readonly code: string | null
  readonly what: string | null
}

export type AutopilotDevice = {
  readonly id: string
  readonly serial: string | null
  readonly model: string | null
  readonly groupTag: string | null
  /** `enrolled`, `pendingReset`, `failed`, `notContacted`, `unknown`, or as Microsoft says. */
  readonly enrollmentState: string | null
  readonly lastContactAt: Instant | null
  readonly managedDeviceId: string | null
}

/** A certificate or token of the organisation that ends at a moment. */
export type Certificate = {
  readonly id: string
  readonly kind: 'push' | 'ade' | 'vpp'
  readonly name: string | null
  readonly expiresAt: Instant | null
  readonly state: string | null
}

/** What Microsoft says is wrong with its service. */
export type HealthIssue = {
  readonly id: string
  readonly title: string
  readonly service: string | null
  readonly feature: string | null
  readonly classification: string | null
  readonly status: string | null
  readonly impact: string | null
  readonly startedAt: Instant | null
  readonly updatedAt: Instant | null
}

/** What is read once for the whole organisation. */
export type OrganisationContext = {
  readonly certificates: Field<readonly Certificate[]>
  readonly health: Field<readonly HealthIssue[]>
}

/** What is read for one person. */
export type PersonContext = {
  readonly person: Field<TenantPerson>
  readonly licences: Field<readonly Licence[]>
  readonly groups: Field<readonly Group[]>
  readonly devices: Field<readonly Device[]>
  readonly enrollmentFailures: Field<readonly EnrollmentFailure[]>
  readonly appFailures: Field<readonly AppFailure[]>
  readonly autopilot: Field<readonly AutopilotDevice[]>
}

/** What Intune and Entra ID say of a person: every part with its own age, and why it could not be read. */
export type DeviceContext = PersonContext & OrganisationContext & { readonly personId: string }

const partNames = [
  'person',
  'licences',
  'groups',
  'devices',
  'enrollmentFailures',
  'appFailures',
  'autopilot',
  'certificates',
  'health',
] as const

/** Every part by its name. */
export function partsOf(
  context: DeviceContext,
): readonly { readonly name: (typeof partNames)[number]; readonly field: Field<unknown> }[] {
  return partNames.map((name) => ({ name, field: context[name] }))
}

/** Every part, and why each device is not compliant, which is read by itself too. */
export function fieldsOf(context: DeviceContext): readonly Field<unknown>[] {
  return [
    ...partsOf(context).map(({ field }) => field),
    ...(context.devices.value ?? []).map(({ failing }) => failing),
  ]
}

/** Why nothing of a person could be read, where that is one and the same for all of it; null where something could, or each failed otherwise. */
export function oneCause(context: DeviceContext): Failed | null {
  const { certificates: _, health: __, personId: ___, ...ofPerson } = context
  const causes = Object.values(ofPerson).map(({ failed }) => failed)
  const [first] = causes
  return first && causes.every((one) => one !== null && isSameCause(one, first)) ? first : null
}

export function isSameCause(one: Failed, other: Failed): boolean {
  return one.code === other.code && one.permission === other.permission
}

/** A context that nobody changes any more: what was known when something happened to a ticket. */
export type Snapshot = {
  readonly id: string
  /** The ticket. */
  readonly subject: string
  readonly reason: SnapshotReason
  readonly at: Instant
  readonly context: DeviceContext
}

export const snapshotReasons = ['opened', 'offered', 'accepted', 'vendor'] as const
export type SnapshotReason = (typeof snapshotReasons)[number]
