/** Reasons that have a name instead of a number, as enrollment, Autopilot and Apple's components report them. */
export const namedCodes = [
  'AccountNotOnboarded',
  'APNSCertificateNotValid',
  'DeviceCapReached',
  'DeviceNotSupported',
  'DeviceTypeNotAllowed',
  'DeviceTypeNotSupported',
  'EnrollmentRestrictionsEnforced',
  'errSecInvalidOwnerEdit',
  'MdmAuthorityNotDefined',
  'NoEnrollmentPolicy',
  'OOBEIDPS',
  'ProductKeyIdMismatch',
  'SerialNumberMismatch',
  'UserLicenseTypeInvalid',
  'XPC_TYPE_ERROR',
  'ZtdDeviceAlreadyAssigned',
  'ZtdDeviceAssignedToOtherTenant',
  'ZtdDeviceIsNotRegistered',
] as const

/**
 * Codes that are so short that only a component's documentation makes them one: Autopilot's and the enrollment client's numbers, installers'
 * exit codes, connectors' numbers. Elsewhere a number like these needs to be called an error.
 */
export const shortCodes: ReadonlySet<string> = new Set(
  '30 31 60 110 120 171 172 806 807 808 809 815 853 908 1001 1002 1003 1602 1603 1618 3010 7016 10102 12175 20202 20501 20502 30132 31000'.split(
    ' ',
  ),
)

/** Small results of updates and tasks in decimals: too common as numbers to be met anywhere. */
export const smallResults: ReadonlySet<string> = new Set(
  '1024 1026 1029 1032 1033 1041 2048 267011 2359301'.split(' '),
)

/** Apple's keychain, whose small negative number is met as 32 bits too. */
export const smallNegatives: ReadonlySet<number> = new Set([0xff_ff_9d_64])
