import type { EnrollmentType, FailureCategory, Platform } from './records.ts'

/** A way in which enrollment fails. Categories are Microsoft's; the free text of the reason is invented, codes are real. */
export type FailureKind = {
  readonly key: string
  readonly platform: Platform
  readonly category: FailureCategory
  readonly reason: string
  readonly enrollmentType: EnrollmentType
  /** How often it comes up, beside the others, in each wave: pilot, first, second, third. */
  readonly weight: readonly [number, number, number, number]
  readonly failure: string
  readonly details: string
  readonly remediation: string
}

export const failureKinds: readonly FailureKind[] = [
  kind('device-cap', 'ios', 'authorization', 'DeviceCapReached (0x80180013)', 'userEnrollment', [3, 4, 2, 1], {
    failure: 'Device limit reached',
    details: 'The person already has as many devices as the limit allows.',
    remediation: 'Remove devices that are no longer used, or raise the device limit.',
  }),
  kind(
    'not-supported',
    'windows',
    'enrollmentRestrictionsEnforced',
    'DeviceNotSupported (0x80180014)',
    'windowsAutoEnrollment',
    [1, 1, 6, 0],
    {
      failure: 'Device platform blocked',
      details: 'A platform restriction stopped this enrollment.',
      remediation: 'Check the platform restriction with the highest priority for this user.',
    },
  ),
  kind(
    'user-license',
    'windows',
    'accountValidation',
    'UserLicenseMissing (0x80180018)',
    'windowsAzureADJoin',
    [2, 2, 2, 0],
    {
      failure: 'No Intune licence',
      details: 'The account has no licence with Intune.',
      remediation: 'Give the person a licence with Intune and wait until it is active.',
    },
  ),
  kind(
    'not-eligible',
    'windows',
    'authorization',
    'NotEligibleToRenew (0x80180016)',
    'windowsAutoEnrollment',
    [1, 1, 1, 0],
    {
      failure: 'Enrollment not allowed',
      details: 'The management server refused the device.',
      remediation: 'Remove the stale device record and enroll again.',
    },
  ),
  kind(
    'mdm-scope',
    'windows',
    'userValidation',
    'UserNotInMdmScope (0x8018002b)',
    'windowsAzureADJoin',
    [1, 3, 1, 0],
    {
      failure: 'Person outside the MDM user scope',
      details: 'Automatic enrollment is not switched on for this person.',
      remediation: 'Put the person in a group of the MDM user scope.',
    },
  ),
  kind(
    'auth',
    'windows',
    'authentication',
    'AuthenticationFailed (0x80180002)',
    'windowsAutoEnrollment',
    [1, 1, 1, 0],
    {
      failure: 'Sign-in failed',
      details: 'The device could not prove who it belongs to.',
      remediation: 'Let the person sign in again; look at the sign-in log.',
    },
  ),
  kind(
    'type-not-allowed',
    'ios',
    'enrollmentRestrictionsEnforced',
    'DeviceTypeNotAllowed',
    'userEnrollment',
    [0, 1, 3, 0],
    {
      failure: 'Personal devices blocked',
      details: 'Personal iOS devices are blocked for this person.',
      remediation: 'Enroll a device of the organisation, or ask for another restriction.',
    },
  ),
  kind(
    'os-minimum',
    'android',
    'enrollmentRestrictionsEnforced',
    'OsVersionTooLow',
    'userEnrollment',
    [0, 1, 4, 0],
    {
      failure: 'System version too low',
      details: 'The restriction asks for Android 13 or later.',
      remediation: 'Update the device, or lower the minimum version.',
    },
  ),
  kind('abandoned', 'android', 'userAbandonment', 'UserAbandonedEnrollment', 'userEnrollment', [2, 3, 2, 0], {
    failure: 'Given up',
    details: 'The person stopped before the work profile was made.',
    remediation: 'Ask where they stopped and begin again.',
  }),
  kind('disconnected', 'macos', 'clientDisconnected', 'ClientDisconnected', 'userEnrollment', [1, 1, 1, 0], {
    failure: 'Connection lost',
    details: 'The device closed the connection during enrollment.',
    remediation: 'Try again on another network.',
  }),
]

type Words = Pick<FailureKind, 'failure' | 'details' | 'remediation'>

function kind(
  key: string,
  platform: Platform,
  category: FailureCategory,
  reason: string,
  enrollmentType: EnrollmentType,
  weight: FailureKind['weight'],
  words: Words,
): FailureKind {
  return { key, platform, category, reason, enrollmentType, weight, ...words }
}
