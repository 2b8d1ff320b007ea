import type { Text } from '../document/text.ts'

/** Where in the document: keys and positions from the top, for example `['teams', 'tiers', 0, 'team']`. */
export type Place = readonly (string | number)[]

export const severities = ['error', 'warning', 'hint'] as const
export type Severity = (typeof severities)[number]

/** The first four are about the shape of a draft, which has no rule of its own: see read-draft.ts. */
export const findingCodes = [
  'value-missing',
  'value-invalid',
  'value-too-small',
  'value-too-large',
  'hours-unknown',
  'key-twice',
  'name-twice',
  'role-empty',
  'team-unknown',
  'tier-unknown',
  'translation-missing',
  'translation-same',
  'capacity-above-members',
  'country-unknown',
  'holiday-uncovered',
  'holidays-run-out',
  'hours-backwards',
  'hours-never-open',
  'hours-overlap',
  'hours-uncovered',
  'on-call-adds-nothing',
  'team-in-two-tiers',
  'team-without-lead',
  'tier-on-one-person',
  'tier-untrained',
  'tier-without-duties',
  'tier-without-members',
  'tiers-not-contiguous',
  'time-zone-unknown',
  'vendor-language',
  'vendor-not-on-top',
  'vendor-openers-elsewhere',
  'vendor-without-openers',
  'answer-unheard',
  'ask-not-for-category',
  'category-unhandled',
  'category-unknown',
  'category-without-device',
  'choice-without-options',
  'contact-tier-silent',
  'contact-tier-unknown',
  'edge-missing',
  'edge-not-neighbours',
  'edge-twice',
  'edge-evidence-partly',
  'edge-without-evidence',
  'evidence-differs',
  'evidence-never-asked',
  'evidence-unfillable',
  'evidence-unknown',
  'evidence-without-device',
  'fast-lane-not-up',
  'fast-lane-twice',
  'notice-to-nobody',
  'notice-twice',
  'platform-without-evidence',
  'priority-inverted',
  'priority-unreachable',
  'reopen-window-short',
  'requester-unheard',
  'retention-missing',
  'retention-orphans',
  'sent-back-unheard',
  'target-holiday-unstaffed',
  'target-hours-unstaffed',
  'target-impossible',
  'target-slower-when-urgent',
  'targets-do-not-fit',
  'warning-unheard',
  'way-down-unheard',
  'certification-ends-early',
  'course-after-phase',
  'course-backwards',
  'course-certifies-anyone',
  'course-length',
  'course-not-given',
  'course-unknown',
  'course-without-practice',
  'course-without-trainer',
  'lineage-without-root',
  'material-unknown',
  'members-untrained',
  'retraining-never',
  'tier-trained-late',
  'tier-without-course',
  'bridge-never-meets',
  'bridge-outside-hours',
  'bridge-quorum-impossible',
  'bridge-without-quorum',
  'commitment-after-phase',
  'commitment-by-nobody',
  'commitments-none',
  'first-phase-tiered',
  'link-dead',
  'link-insecure',
  'link-not-web',
  'phase-backwards',
  'phase-unknown',
  'phase-without-bridge',
  'phases-gap',
  'phases-overlap',
  'readiness-always-met',
  'readiness-out-of-reach',
  'readiness-unfed',
  'readiness-without-wave',
  'readiness-wrong-way',
  'rollout-empty',
  'shares-not-hundred',
  'wave-backwards',
  'wave-outside-phase',
  'wave-over-capacity',
  'wave-twice',
  'wave-unknown',
  'wave-without-people',
  'wave-without-platforms',
  'wave-without-readiness',
  'waves-overlap',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** What fills a sentence: a text of the plan is said in the reader's language, an ISO day as a date. */
export type Values = Readonly<Record<string, string | number | Text>>

/**
 * Something that is wrong with a plan, or could be better. Errors keep it from being published. `values` fill the sentence that the
 * catalogue has for the code; what is wrong at the place itself is shown there.
 */
export type Finding = {
  readonly code: FindingCode
  readonly severity: Severity
  readonly place: Place
  readonly values: Values
}

/** About the shape of a draft, which only a reading of the whole document can tell. */
export function isShape({ code }: Finding): boolean {
  return code.startsWith('value-')
}
