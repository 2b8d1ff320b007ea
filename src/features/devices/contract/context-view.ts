import { z } from 'zod'
import { platforms } from '#features/plan/domain/values.ts'

export const At = z.iso.datetime({ precision: 3 })
const Text = z.string()

const FailedView = z.strictObject({ code: Text, permission: Text.nullable(), at: At })

/** A list as the domain has it. */
function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z.array(schema).readonly()
}

/** One part, with its age and, where it could not be read, why. */
function fieldOf<Schema extends z.ZodType>(value: Schema) {
  return z.union([
    z.strictObject({ value, readAt: At, failed: z.null() }),
    z.strictObject({ value: value.nullable(), readAt: At.nullable(), failed: FailedView }),
  ])
}

const PersonView = z.strictObject({
  entraId: Text,
  name: Text,
  signInName: Text,
  enabled: z.boolean().nullable(),
  usageLocation: Text.nullable(),
  language: Text.nullable(),
})

const DeviceView = z.strictObject({
  id: Text,
  entraDeviceId: Text.nullable(),
  name: Text,
  platform: z.enum(platforms).nullable(),
  os: Text.nullable(),
  osVersion: Text.nullable(),
  model: Text.nullable(),
  manufacturer: Text.nullable(),
  serial: Text.nullable(),
  ownership: Text.nullable(),
  compliance: Text.nullable(),
  graceUntil: At.nullable(),
  enrolledAt: At.nullable(),
  lastSyncAt: At.nullable(),
  certificateUntil: At.nullable(),
  enrollmentType: Text.nullable(),
  managementState: Text.nullable(),
  isEncrypted: z.boolean().nullable(),
  isSupervised: z.boolean().nullable(),
  storageFree: z.number().nullable(),
  storageTotal: z.number().nullable(),
  failing: fieldOf(
    listOf(
      z.strictObject({
        policy: Text,
        setting: Text,
        state: Text,
        code: Text.nullable(),
        current: Text.nullable(),
      }),
    ),
  ),
  actions: listOf(z.strictObject({ name: Text, state: Text, startedAt: At.nullable(), updatedAt: At.nullable() })),
})

const EnrollmentFailureView = z.strictObject({
  id: Text,
  at: At.nullable(),
  platform: z.enum(platforms).nullable(),
  os: Text.nullable(),
  osVersion: Text.nullable(),
  category: Text.nullable(),
  reason: Text.nullable(),
  correlationId: Text.nullable(),
  deviceId: Text.nullable(),
  enrollmentType: Text.nullable(),
})

const AppFailureView = z.strictObject({
  id: Text,
  at: At.nullable(),
  appId: Text.nullable(),
  appName: Text.nullable(),
  deviceId: Text.nullable(),
  code: Text.nullable(),
  what: Text.nullable(),
})

const AutopilotView = z.strictObject({
  id: Text,
  serial: Text.nullable(),
  model: Text.nullable(),
  groupTag: Text.nullable(),
  enrollmentState: Text.nullable(),
  lastContactAt: At.nullable(),
  managedDeviceId: Text.nullable(),
})

const CertificateView = z.strictObject({
  id: Text,
  kind: z.enum(['push', 'ade', 'vpp']),
  name: Text.nullable(),
  expiresAt: At.nullable(),
  state: Text.nullable(),
})

const HealthIssueView = z.strictObject({
  id: Text,
  title: Text,
  service: Text.nullable(),
  feature: Text.nullable(),
  classification: Text.nullable(),
  status: Text.nullable(),
  impact: Text.nullable(),
  startedAt: At.nullable(),
  updatedAt: At.nullable(),
})

export const ContextView = z
  .strictObject({
    personId: z.uuid(),
    person: fieldOf(PersonView),
    licences: fieldOf(listOf(z.strictObject({ sku: Text, intunePlan: Text, error: Text.nullable() }))),
    groups: fieldOf(listOf(z.strictObject({ id: Text, name: Text.nullable() }))),
    devices: fieldOf(listOf(DeviceView)),
    enrollmentFailures: fieldOf(listOf(EnrollmentFailureView)),
    appFailures: fieldOf(listOf(AppFailureView)),
    autopilot: fieldOf(listOf(AutopilotView)),
    certificates: fieldOf(listOf(CertificateView)),
    health: fieldOf(listOf(HealthIssueView)),
  })
  .meta({ id: 'DeviceContext' })
