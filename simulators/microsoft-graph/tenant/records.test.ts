import type * as Graph from '@microsoft/microsoft-graph-types'
import { describe, expectTypeOf, test } from 'vitest'
import type { AttachmentRecord, MailFolder, MessageRecord } from './mailboxes.ts'
import type { PushCertificateRecord, VppTokenRecord } from './certificates.ts'
import type {
  ActionRecord,
  AutopilotRecord,
  DetectedAppRecord,
  DeviceRecord,
  FailureCategory,
  FailureRecord,
  GroupRecord,
  LicenceRecord,
  LicenceStateRecord,
  PlanRecord,
  PolicyStateRecord,
  SettingStateRecord,
  UserRecord,
} from './records.ts'
import type { HealthIssueRecord } from './service-health.ts'
import type { SubscriptionRecord } from '../world.ts'

/** Fields that a record has and Microsoft's type does not. */
type Strange<Record, Theirs> = Exclude<keyof Record, keyof Theirs | `@odata.${string}`>

/**
 * What Microsoft's types say of every record that the simulator serves: the names of its fields, and each value that it may have. The
 * compiler is the judge; a name or a value that Microsoft does not know makes `npm run typecheck` fail here.
 *
 * Where the real service deviates from its own types: `deviceCompliancePolicyStates` have `userEmail` and `sources` as typed, but their
 * `state` is `nonCompliant` where a device says `noncompliant`; DEP tokens, and what enrollment failures say beyond v1.0, are in beta
 * alone and stand in no v1.0 type; `members@delta`, `@odata.type` and `@removed` are annotations, which the types leave out;
 * `logCollectionRequests` answer in beta with `size` and `errorCode`, which v1.0 does not have; states of service health come in both spellings.
 */
describe("a record of the simulator has Microsoft's fields and values", () => {
  test('people, licences and groups', () => {
    expectTypeOf<UserRecord>().toExtend<Graph.User>()
    expectTypeOf<Strange<UserRecord, Graph.User>>().toBeNever()
    expectTypeOf<LicenceStateRecord>().toExtend<Graph.LicenseAssignmentState>()
    expectTypeOf<Strange<LicenceStateRecord, Graph.LicenseAssignmentState>>().toBeNever()
    expectTypeOf<PlanRecord>().toExtend<Graph.AssignedPlan>()
    expectTypeOf<LicenceRecord>().toExtend<Graph.LicenseDetails>()
    expectTypeOf<Strange<LicenceRecord, Graph.LicenseDetails>>().toBeNever()
    expectTypeOf<GroupRecord>().toExtend<Graph.Group>()
    expectTypeOf<Strange<GroupRecord, Graph.Group>>().toBeNever()
  })

  test('devices, their actions and their policies', () => {
    expectTypeOf<DeviceRecord>().toExtend<Graph.ManagedDevice>()
    // Sent by v1.0 as well, where the types leave it to beta.
    expectTypeOf<Strange<DeviceRecord, Graph.ManagedDevice>>().toEqualTypeOf<'managementState'>()
    // A place belongs to the kind of result that locating has.
    expectTypeOf<ActionRecord>().toExtend<Graph.DeviceActionResult>()
    expectTypeOf<Strange<ActionRecord, Graph.LocateDeviceActionResult>>().toBeNever()
    expectTypeOf<PolicyStateRecord>().toExtend<Graph.DeviceCompliancePolicyState>()
    expectTypeOf<Strange<PolicyStateRecord, Graph.DeviceCompliancePolicyState>>().toBeNever()
    expectTypeOf<SettingStateRecord>().toExtend<Graph.DeviceCompliancePolicySettingState>()
    expectTypeOf<Strange<SettingStateRecord, Graph.DeviceCompliancePolicySettingState>>().toBeNever()
    expectTypeOf<DetectedAppRecord>().toExtend<Graph.DetectedApp>()
    expectTypeOf<Strange<DetectedAppRecord, Graph.DetectedApp>>().toBeNever()
  })

  test('failures of enrollment, with every category that Microsoft has', () => {
    expectTypeOf<FailureRecord>().toExtend<Graph.EnrollmentTroubleshootingEvent>()
    expectTypeOf<Strange<FailureRecord, Graph.EnrollmentTroubleshootingEvent>>().toBeNever()
    expectTypeOf<FailureCategory>().toEqualTypeOf<Graph.DeviceEnrollmentFailureReason>()
  })

  test('Autopilot, certificates and tokens', () => {
    expectTypeOf<AutopilotRecord>().toExtend<Graph.WindowsAutopilotDeviceIdentity>()
    expectTypeOf<Strange<AutopilotRecord, Graph.WindowsAutopilotDeviceIdentity>>().toBeNever()
    expectTypeOf<PushCertificateRecord>().toExtend<Graph.ApplePushNotificationCertificate>()
    expectTypeOf<Strange<PushCertificateRecord, Graph.ApplePushNotificationCertificate>>().toBeNever()
    expectTypeOf<VppTokenRecord>().toExtend<Graph.VppToken>()
    expectTypeOf<Strange<VppTokenRecord, Graph.VppToken>>().toBeNever()
  })

  test('service health', () => {
    expectTypeOf<HealthIssueRecord>().toExtend<Graph.ServiceHealthIssue>()
    expectTypeOf<Strange<HealthIssueRecord, Graph.ServiceHealthIssue>>().toBeNever()
  })

  test('mail and subscriptions', () => {
    expectTypeOf<Pick<MessageRecord, 'body' | 'importance' | 'isRead'>>().toExtend<Graph.Message>()
    expectTypeOf<Strange<MessageRecord, Graph.Message>>().toBeNever()
    expectTypeOf<Strange<AttachmentRecord, Graph.FileAttachment>>().toBeNever()
    // The well-known name is the simulator's own, and is not sent.
    expectTypeOf<Strange<MailFolder, Graph.MailFolder>>().toEqualTypeOf<'wellKnown'>()
    expectTypeOf<SubscriptionRecord>().toExtend<Graph.Subscription>()
    expectTypeOf<Strange<SubscriptionRecord, Graph.Subscription>>().toBeNever()
  })
})
