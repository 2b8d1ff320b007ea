/** Which permission a call needs, as Microsoft names it: the least that is enough. The first row that fits counts. */
const rows: readonly (readonly ['read' | 'write' | 'any', RegExp, string])[] = [
  ['any', /^\/admin\/serviceAnnouncement/i, 'ServiceHealth.Read.All'],
  ['any', /\/onlineMeetings(?:[/(]|$)/i, 'OnlineMeetings.ReadWrite.All'],
  ['any', /\/sendMail$/i, 'Mail.Send'],
  ['read', /\/(?:messages|mailFolders)(?:[/(]|$)/i, 'Mail.Read'],
  ['write', /\/(?:messages|mailFolders)(?:[/(]|$)/i, 'Mail.ReadWrite'],
  [
    'any',
    /\/managedDevices\/[^/]+\/logCollectionRequests\/[^/]+\/createDownloadUrl/i,
    'DeviceManagementManagedDevices.ReadWrite.All',
  ],
  [
    'write',
    /\/managedDevices\/[^/]+\/createDeviceLogCollectionRequest/i,
    'DeviceManagementManagedDevices.ReadWrite.All',
  ],
  ['write', /\/managedDevices\/[^/]+\/\w+/i, 'DeviceManagementManagedDevices.PrivilegedOperations.All'],
  ['write', /\/managedDevices/i, 'DeviceManagementManagedDevices.ReadWrite.All'],
  [
    'write',
    /\/(?:mobileApp|deviceManagement)?TroubleshootingEvents\//i,
    'DeviceManagementManagedDevices.ReadWrite.All',
  ],
  [
    'read',
    /\/managedDevices\/[^/]+\/device(?:CompliancePolicy|Configuration)States/i,
    'DeviceManagementConfiguration.Read.All',
  ],
  ['read', /\/managedDevices/i, 'DeviceManagementManagedDevices.Read.All'],
  ['read', /\/mobileAppTroubleshootingEvents/i, 'DeviceManagementApps.Read.All'],
  ['read', /TroubleshootingEvents/i, 'DeviceManagementManagedDevices.Read.All'],
  ['read', /^\/deviceAppManagement/i, 'DeviceManagementApps.Read.All'],
  [
    'read',
    /^\/deviceManagement\/(?:deviceEnrollmentConfigurations|applePushNotificationCertificate|windowsAutopilot|depOnboardingSettings|importedWindows)/i,
    'DeviceManagementServiceConfig.Read.All',
  ],
  [
    'write',
    /^\/deviceManagement\/(?:deviceEnrollmentConfigurations|windowsAutopilot|depOnboardingSettings)/i,
    'DeviceManagementServiceConfig.ReadWrite.All',
  ],
  ['read', /^\/deviceManagement/i, 'DeviceManagementConfiguration.Read.All'],
  ['any', /\/licenseDetails/i, 'User.Read.All'],
  ['read', /\/(?:transitiveMemberOf|memberOf)(?:[/(]|$)/i, 'GroupMember.Read.All'],
  ['read', /^\/groups/i, 'GroupMember.Read.All'],
  ['read', /^\/users/i, 'User.Read.All'],
  ['read', /^\/organization/i, 'Organization.Read.All'],
  ['any', /^\/subscriptions/i, 'Mail.Read'],
]

/** The permission that is missing where a call is refused for want of one; null where nobody here knows. */
export function permissionFor(method: string, path: string): string | null {
  const bare = path.split('?', 1)[0] ?? ''
  const kind = method === 'GET' ? 'read' : 'write'
  return rows.find(([when, pattern]) => (when === 'any' || when === kind) && pattern.test(bare))?.[2] ?? null
}
