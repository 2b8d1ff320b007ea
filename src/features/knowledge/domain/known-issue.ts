/** Kept apart from the plan's list, which knowledge does not know; the same words, so that they can be compared. */
export const devicePlatforms = ['ios', 'android', 'windows', 'macos', 'linux'] as const
export type DevicePlatform = (typeof devicePlatforms)[number]

export const areas = [
  'enrollment',
  'app',
  'autopilot',
  'policy',
  'certificate',
  'compliance',
  'remote-action',
  'app-protection',
  'sync',
  'conditional-access',
  'licensing',
  'update',
] as const
export type Area = (typeof areas)[number]

export type InBoth<Words> = { readonly nl: Words; readonly en: Words }

/** What goes wrong, why, and what helps: the unit of knowledge. */
export type KnownIssue = {
  readonly id: string
  /** As they are seen, with and without `0x`, hexadecimal and decimal. The same code may stand at several issues. */
  readonly codes: readonly string[]
  /** Never empty: what concerns every platform names them all. */
  readonly platforms: readonly DevicePlatform[]
  readonly area: Area
  /** The category that Microsoft Graph reports with a failed enrollment, where it fits one. */
  readonly graphFailureCategory: string | null
  readonly symptom: InBoth<string>
  readonly cause: InBoth<string>
  readonly checks: InBoth<readonly string[]>
  readonly fix: InBoth<readonly string[]>
  /** The lowest tier that usually can find the cause; 4 is the vendor. */
  readonly typicalTier: 1 | 2 | 3 | 4
  /** What to attach when it goes up. */
  readonly evidence: readonly InBoth<string>[]
  /** The page its facts come from. */
  readonly source: string
}
