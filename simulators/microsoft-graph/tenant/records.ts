/** What the simulated tenant keeps, in Microsoft's own field names. Checked against Microsoft's published types in `records.test.ts`. */

export type UserRecord = {
  readonly id: string
  displayName: string
  givenName: string | null
  surname: string | null
  userPrincipalName: string
  mail: string | null
  businessPhones: string[]
  mobilePhone: string | null
  jobTitle: string | null
  department: string | null
  officeLocation: string | null
  preferredLanguage: string | null
  accountEnabled: boolean
  usageLocation: string | null
  onPremisesSyncEnabled: boolean | null
  createdDateTime: string
  assignedPlans: PlanRecord[]
  licenseAssignmentStates: LicenceStateRecord[]
}

export type PlanRecord = {
  readonly assignedDateTime: string
  capabilityStatus: string
  readonly service: string
  readonly servicePlanId: string
}

export type LicenceStateRecord = {
  readonly skuId: string
  readonly disabledPlans: string[]
  readonly assignedByGroup: string | null
  state: string
  error: string
  readonly lastUpdatedDateTime: string
}

export type LicenceRecord = {
  readonly id: string
  readonly skuId: string
  readonly skuPartNumber: string
  readonly servicePlans: {
    readonly servicePlanId: string
    readonly servicePlanName: string
    provisioningStatus: string
    readonly appliesTo: string
  }[]
}

export type GroupRecord = {
  readonly id: string
  displayName: string
  description: string | null
  readonly groupTypes: string[]
  readonly mail: string | null
  readonly mailEnabled: boolean
  readonly mailNickname: string
  readonly securityEnabled: boolean
  readonly createdDateTime: string
  readonly visibility: string | null
}

export type Member = { readonly kind: 'user' | 'device' | 'group'; readonly id: string }

export type ActionRecord = {
  readonly '@odata.type'?: string
  readonly actionName: string
  actionState: 'none' | 'pending' | 'canceled' | 'active' | 'done' | 'failed' | 'notSupported'
  readonly startDateTime: string
  lastUpdatedDateTime: string
  deviceLocation?: Readonly<Record<string, number | string>>
}

export type Platform = 'windows' | 'ios' | 'android' | 'macos'

export type DeviceRecord = {
  readonly id: string
  userId: string | null
  deviceName: string
  managedDeviceName: string
  managedDeviceOwnerType: 'unknown' | 'company' | 'personal'
  enrolledDateTime: string
  lastSyncDateTime: string
  operatingSystem: string
  osVersion: string
  complianceState:
    | 'unknown'
    | 'compliant'
    | 'noncompliant'
    | 'conflict'
    | 'error'
    | 'inGracePeriod'
    | 'configManager'
  complianceGracePeriodExpirationDateTime: string
  jailBroken: string
  managementAgent: 'mdm' | 'googleCloudDevicePolicyController' | 'easMdm' | 'jamf'
  managementState: ManagementState
  deviceEnrollmentType: EnrollmentType
  deviceRegistrationState:
    | 'notRegistered'
    | 'registered'
    | 'revoked'
    | 'keyConflict'
    | 'approvalPending'
    | 'unknown'
  deviceCategoryDisplayName: string
  easActivated: boolean
  easDeviceId: string | null
  easActivationDateTime: string
  azureADRegistered: boolean | null
  azureADDeviceId: string
  activationLockBypassCode: string | null
  emailAddress: string
  userPrincipalName: string
  userDisplayName: string
  isSupervised: boolean
  isEncrypted: boolean
  exchangeLastSuccessfulSyncDateTime: string
  exchangeAccessState: 'none' | 'unknown' | 'allowed' | 'blocked' | 'quarantined'
  exchangeAccessStateReason: 'none' | 'unknown' | 'compliant' | 'notEnrolled'
  remoteAssistanceSessionUrl: string | null
  remoteAssistanceSessionErrorDetails: string | null
  model: string
  manufacturer: string
  serialNumber: string
  imei: string
  meid: string | null
  phoneNumber: string
  subscriberCarrier: string
  androidSecurityPatchLevel: string
  iccid: string | null
  udid: string | null
  ethernetMacAddress: string | null
  wiFiMacAddress: string
  totalStorageSpaceInBytes: number
  freeStorageSpaceInBytes: number
  physicalMemoryInBytes: number
  partnerReportedThreatState: 'unknown' | 'activated' | 'deactivated' | 'secured'
  managementCertificateExpirationDate: string
  enrollmentProfileName: string | null
  notes: string | null
  requireUserEnrollmentApproval: boolean | null
  configurationManagerClientEnabledFeatures: null
  deviceHealthAttestationState: null
  deviceActionResults: ActionRecord[]
}

export type ManagementState =
  | 'managed'
  | 'retirePending'
  | 'retireFailed'
  | 'wipePending'
  | 'wipeFailed'
  | 'unhealthy'
  | 'deletePending'
  | 'retireIssued'
  | 'wipeIssued'
  | 'wipeCanceled'
  | 'retireCanceled'
  | 'discovered'

export type EnrollmentType =
  | 'unknown'
  | 'userEnrollment'
  | 'deviceEnrollmentManager'
  | 'appleBulkWithUser'
  | 'appleBulkWithoutUser'
  | 'windowsAzureADJoin'
  | 'windowsAutoEnrollment'
  | 'windowsCoManagement'
  | 'appleUserEnrollment'

export type ComplianceStatus = 'compliant' | 'nonCompliant' | 'error' | 'conflict' | 'notApplicable' | 'unknown'

export type SettingStateRecord = {
  readonly setting: string
  readonly settingName: string
  readonly instanceDisplayName: string | null
  readonly state: ComplianceStatus
  readonly errorCode: number
  readonly errorDescription: string | null
  readonly userId: string | null
  readonly userName: string
  readonly userEmail: string
  readonly userPrincipalName: string
  readonly currentValue: string | null
  readonly sources: {
    readonly id: string
    readonly displayName: string
    readonly sourceType: 'deviceConfiguration' | 'deviceIntent'
  }[]
}

export type PolicyStateRecord = {
  readonly id: string
  readonly displayName: string
  readonly platformType: 'androidForWork' | 'iOS' | 'macOS' | 'windows10AndLater'
  readonly state: ComplianceStatus
  readonly settingCount: number
  readonly version: number
  readonly settingStates: SettingStateRecord[]
}

export type FailureCategory =
  | 'unknown'
  | 'authentication'
  | 'authorization'
  | 'accountValidation'
  | 'userValidation'
  | 'deviceNotSupported'
  | 'inMaintenance'
  | 'badRequest'
  | 'featureNotSupported'
  | 'enrollmentRestrictionsEnforced'
  | 'clientDisconnected'
  | 'userAbandonment'

export type FailureRecord = {
  readonly '@odata.type': '#microsoft.graph.enrollmentTroubleshootingEvent'
  readonly id: string
  readonly eventDateTime: string
  readonly correlationId: string
  readonly managedDeviceIdentifier: string
  readonly operatingSystem: string
  readonly osVersion: string
  readonly userId: string
  readonly deviceId: string
  readonly enrollmentType: EnrollmentType
  readonly failureCategory: FailureCategory
  readonly failureReason: string
}

export type AutopilotRecord = {
  readonly id: string
  readonly groupTag: string
  readonly purchaseOrderIdentifier: string
  readonly serialNumber: string
  readonly productKey: string
  readonly manufacturer: string
  readonly model: string
  enrollmentState: 'unknown' | 'enrolled' | 'pendingReset' | 'failed' | 'notContacted'
  lastContactedDateTime: string
  readonly addressableUserName: string
  readonly userPrincipalName: string
  readonly resourceName: string
  readonly skuNumber: string
  readonly systemFamily: string
  readonly azureActiveDirectoryDeviceId: string
  readonly managedDeviceId: string
  readonly displayName: string
}

export type DetectedAppRecord = {
  readonly id: string
  readonly displayName: string
  readonly version: string
  readonly sizeInByte: number
  readonly deviceCount: number
  readonly publisher: string
  readonly platform: 'windows' | 'ios' | 'androidOSP' | 'macOS'
}
