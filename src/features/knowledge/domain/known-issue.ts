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

/**
 * How far knowledge has come, as in knowledge-centred service: being written, waiting for review, confirmed by somebody who may, published
 * (its first aid is shown to requesters), or put away.
 */
export const issueStates = ['unfinished', 'draft', 'confirmed', 'published', 'archived'] as const
export type IssueState = (typeof issueStates)[number]

/** What goes wrong, why, and what helps: the unit of knowledge. */
export type KnownIssue = {
  /** A word of the supplied catalogue, or a uuid where the organisation wrote it. */
  readonly id: string
  /** `KI-12` for what the organisation wrote; null: supplied. */
  readonly number: number | null
  readonly state: IssueState
  /** Counts the organisation's own texts; 0: the text that was supplied. */
  readonly version: number
  /** Whether Tierwise came with it. The organisation may have a text of its own on top, see `version`. */
  readonly supplied: boolean
  /** The language it is not written in yet, whose words are those of the other; null: it is whole. */
  readonly missing: 'nl' | 'en' | null
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
  /** The page its facts come from; null where the organisation found them itself. */
  readonly source: string | null
}
