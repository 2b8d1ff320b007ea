import type { Chance } from '../chance.ts'
import type {
  ComplianceStatus,
  DeviceRecord,
  Platform,
  PolicyStateRecord,
  SettingStateRecord,
  UserRecord,
} from './records.ts'

type Setting = {
  readonly setting: string
  readonly name: string
  /** What goes wrong with it, and how often. */
  readonly share: number
  readonly code: number
  readonly found: string
}

type Policy = {
  readonly id: string
  readonly displayName: string
  readonly platformType: PolicyStateRecord['platformType']
  readonly settings: readonly Setting[]
}

/** Compliance policies of the tenant: one for each platform. Codes are what Intune reports for a setting, as signed numbers. */
export const policies: Readonly<Record<Platform, Policy>> = {
  windows: {
    id: '6b0d7d6e-3ee1-4d5c-9d2e-0c0b9a7f1122',
    displayName: 'WIN-Baseline-Compliance',
    platformType: 'windows10AndLater',
    settings: [
      fails('Windows10CompliancePolicy.BitLockerEnabled', 'BitLocker', 0.05, -2_016_345_708, '0'),
      fails('Windows10CompliancePolicy.SecureBootEnabled', 'Secure Boot', 0.01, -2_016_345_612, 'false'),
      fails(
        'Windows10CompliancePolicy.OsMinimumVersion',
        'Minimum OS version',
        0.03,
        -2_016_345_612,
        '10.0.22631.6199',
      ),
      fails('Windows10CompliancePolicy.PasswordRequired', 'Password required', 0, 0, 'true'),
      fails('DefenderCompliancePolicy.RealTimeProtection', 'Real-time protection', 0.02, -2_016_281_112, 'false'),
      fails('DefaultDeviceCompliancePolicy.RequireRemainContact', 'Is active', 0.01, -2_016_345_612, 'false'),
    ],
  },
  ios: {
    id: '0d5e6b2f-77a0-4c1b-8a3d-5f2c9e1b0a44',
    displayName: 'IOS-Baseline-Compliance',
    platformType: 'iOS',
    settings: [
      fails('IosCompliancePolicy.PasscodeRequired', 'Passcode required', 0.03, -2_016_345_612, 'false'),
      fails('IosCompliancePolicy.OsMinimumVersion', 'Minimum OS version', 0.04, -2_016_345_612, '16.7.10'),
      fails('IosCompliancePolicy.SecurityBlockJailbrokenDevices', 'Jailbroken devices', 0, 0, 'false'),
    ],
  },
  android: {
    id: 'a4c9f1d3-21be-4e0f-b7c5-9d8e6a3f2b71',
    displayName: 'AND-WorkProfile-Compliance',
    platformType: 'androidForWork',
    settings: [
      fails(
        'AndroidWorkProfileCompliancePolicy.PasswordRequired',
        'Password required',
        0.03,
        -2_016_345_612,
        'false',
      ),
      fails(
        'AndroidWorkProfileCompliancePolicy.MinAndroidSecurityPatchLevel',
        'Security patch level',
        0.04,
        -2_016_345_612,
        '2025-11-01',
      ),
      fails('AndroidWorkProfileCompliancePolicy.StorageRequireEncryption', 'Encryption of storage', 0, 0, 'true'),
    ],
  },
  macos: {
    id: '5b7e2c90-4f1d-4a86-9e3b-c8d0f6a1e259',
    displayName: 'MAC-Baseline-Compliance',
    platformType: 'macOS',
    settings: [
      fails('MacOSCompliancePolicy.StorageRequireEncryption', 'FileVault', 0.06, -2_016_345_708, 'false'),
      fails('MacOSCompliancePolicy.FirewallEnabled', 'Firewall', 0.03, -2_016_345_612, 'false'),
    ],
  },
}

function fails(setting: string, name: string, share: number, code: number, found: string): Setting {
  return { setting, name, share, code, found }
}

/** How the policies of a platform stand on one device. */
export function policyStates(platform: Platform, user: UserRecord | null, chance: Chance): PolicyStateRecord[] {
  const failing = policies[platform].settings
    .filter(({ share }) => chance.happens(share))
    .map(({ setting }) => setting)
  return statesWith(platform, user, failing)
}

/** The policy of a platform with exactly these settings failing. */
export function statesWith(
  platform: Platform,
  user: UserRecord | null,
  failing: readonly string[],
): PolicyStateRecord[] {
  const policy = policies[platform]
  const settingStates = policy.settings.map((setting) => settingState(policy, setting, user, failing))
  const state: ComplianceStatus = settingStates.some((one) => one.state === 'nonCompliant')
    ? 'nonCompliant'
    : 'compliant'
  const { id, displayName, platformType } = policy
  return [{ id, displayName, platformType, state, settingCount: settingStates.length, version: 3, settingStates }]
}

/** A device is encrypted unless the setting that asks for it fails. */
export function isEncryptedBy(states: readonly PolicyStateRecord[]): boolean {
  return !states.some(({ settingStates }) =>
    settingStates.some(
      ({ setting, state }) => /BitLocker|StorageRequireEncryption/.test(setting) && state !== 'compliant',
    ),
  )
}

function settingState(
  policy: Policy,
  one: Setting,
  user: UserRecord | null,
  failing: readonly string[],
): SettingStateRecord {
  const isWrong = failing.includes(one.setting)
  return {
    setting: one.setting,
    settingName: one.name,
    instanceDisplayName: null,
    state: isWrong ? 'nonCompliant' : 'compliant',
    errorCode: isWrong ? one.code : 0,
    errorDescription: null,
    userId: user?.id ?? null,
    userName: user?.displayName ?? '',
    userEmail: user?.mail ?? '',
    userPrincipalName: user?.userPrincipalName ?? '',
    currentValue: isWrong ? one.found : null,
    sources: [{ id: policy.id, displayName: policy.displayName, sourceType: 'deviceConfiguration' }],
  }
}

/** The device says `noncompliant` where its policies say `nonCompliant`. */
export function worst(states: readonly PolicyStateRecord[], chance: Chance): DeviceRecord['complianceState'] {
  if (states.every(({ state }) => state === 'compliant')) return 'compliant'
  return chance.happens(0.3) ? 'inGracePeriod' : 'noncompliant'
}
