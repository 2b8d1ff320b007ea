import type { Area, DevicePlatform, KnownIssue } from '#features/knowledge/domain/known-issue.ts'
import { normalCode } from '#features/knowledge/domain/codes.ts'
import { recordWeight, type TrackRecord, triedOn } from './track-record.ts'

/** Where a code stands. */
export const codePlaces = [
  'opened',
  'answered',
  'evidence',
  'colleagues',
  'enrollment',
  'compliance',
  'app',
] as const
export type CodePlace = (typeof codePlaces)[number]

/** A code that was found, in its normal form and as it was written. */
export type Clue = { readonly code: string; readonly written: string; readonly place: CodePlace }

/** Everything known of a ticket that can point at a known issue. */
export type Clues = {
  readonly codes: readonly Clue[]
  readonly platform: DevicePlatform | null
  /** Whether the ticket says so, or Intune does: the only kind of device that this person has. */
  readonly platformBy: 'ticket' | 'device'
  /** What the ticket's category is about. */
  readonly areas: readonly Area[]
  /** Failed enrollments of the person, as Intune reports them, the latest first. */
  readonly failures: readonly { readonly category: string; readonly reason: string | null }[]
  /** What a search for the ticket's words found, with a share from 0 to 1 of what the best got. */
  readonly words: readonly {
    readonly issueId: string
    readonly share: number
    readonly found: readonly string[]
  }[]
  /** Issues that were tried on this ticket and did not help. */
  readonly notHelped: readonly string[]
}

/** What speaks for a candidate, or against it. */
export type Reason =
  | { readonly kind: 'code'; readonly code: string; readonly place: CodePlace }
  | { readonly kind: 'failure'; readonly category: string; readonly reason: string | null }
  | { readonly kind: 'words'; readonly found: readonly string[] }
  | { readonly kind: 'platform'; readonly platform: DevicePlatform; readonly by: Clues['platformBy'] }
  | { readonly kind: 'other-platform'; readonly platform: DevicePlatform }
  | { readonly kind: 'area'; readonly area: Area }
  | { readonly kind: 'record'; readonly helped: number; readonly tried: number; readonly inWave: number }
  | { readonly kind: 'not-helped-here' }

export type Candidate = {
  readonly issue: KnownIssue
  readonly score: number
  /** Never empty; the weightiest first. */
  readonly reasons: readonly Reason[]
}

type Weighed = { readonly reason: Reason; readonly weight: number }

/** What each reason weighs. A code says more than words, and words with the right platform more than a category alone. */
const weights = {
  code: 60,
  furtherCode: 6,
  failure: 18,
  words: 30,
  area: 6,
  platform: 6,
  otherPlatform: -24,
  notHelped: -100,
}

/** So many are shown; of issues with a code of the ticket more, since none of them may be left out for another. */
export const shownAtMost = 6
export const withCodeAtMost = 12

/** Words that got less than this share of the best are there by chance. */
const leastShare = 0.5

/** Categories that Microsoft reports with almost anything: alone they point at nothing. */
const vague: ReadonlySet<string> = new Set(['unknown', 'authentication', 'authorization', 'badRequest'])

/**
 * The known issues that a ticket may be, the likeliest first, each with its reasons. Never a verdict: whatever has a code of the
 * ticket is there, on its platform or not. What nothing but platform, category or past speaks for is no candidate.
 */
export function candidatesFor(
  issues: readonly KnownIssue[],
  clues: Clues,
  recordOf: (issueId: string) => TrackRecord,
): readonly Candidate[] {
  const found = issues.flatMap((issue) => {
    const weighed = weigh(issue, clues, recordOf(issue.id))
    return weighed.some(points) ? [candidate(issue, weighed)] : []
  })
  const sorted = found.toSorted(likelier)
  const withCode = sorted.filter(hasCode).slice(0, withCodeAtMost)
  const others = sorted.filter((one) => !hasCode(one)).slice(0, Math.max(0, shownAtMost - withCode.length))
  return [...withCode, ...others].toSorted(likelier)
}

export function hasCode({ reasons }: Pick<Candidate, 'reasons'>): boolean {
  return reasons.some(({ kind }) => kind === 'code')
}

function candidate(issue: KnownIssue, weighed: readonly Weighed[]): Candidate {
  const score = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const reasons = weighed.toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
  return { issue, score, reasons: reasons.map(({ reason }) => reason) }
}

function weigh(issue: KnownIssue, clues: Clues, record: TrackRecord): readonly Weighed[] {
  return [
    ...codesOf(issue, clues),
    ...failureOf(issue, clues),
    ...wordsOf(issue, clues),
    ...platformOf(issue, clues),
    ...areaOf(issue, clues),
    ...recordOn(record),
    ...(clues.notHelped.includes(issue.id)
      ? [{ reason: { kind: 'not-helped-here' } as const, weight: weights.notHelped }]
      : []),
  ]
}

/** Each code once, where it was found first: what several places say is one sign. */
function codesOf(issue: KnownIssue, { codes }: Clues): readonly Weighed[] {
  const own = new Set(issue.codes.map(normalCode))
  const met = codes.filter(
    ({ code }, index) => own.has(code) && codes.findIndex((other) => other.code === code) === index,
  )
  return met.map(({ written, place }, index) => ({
    reason: { kind: 'code', code: written, place },
    weight: index === 0 ? weights.code : weights.furtherCode,
  }))
}

function failureOf(
  { graphFailureCategory, platforms }: KnownIssue,
  { failures, platform }: Clues,
): readonly Weighed[] {
  if (graphFailureCategory === null || (platform !== null && !platforms.includes(platform))) return []
  const met = failures.find(({ category }) => category === graphFailureCategory)
  return met ? [{ reason: { kind: 'failure', ...met }, weight: weights.failure }] : []
}

function wordsOf({ id }: KnownIssue, { words }: Clues): readonly Weighed[] {
  const met = words.find(({ issueId }) => issueId === id)
  return met ? [{ reason: { kind: 'words', found: met.found }, weight: weights.words * met.share }] : []
}

function platformOf({ platforms }: KnownIssue, { platform, platformBy }: Clues): readonly Weighed[] {
  if (platform === null) return []
  return platforms.includes(platform)
    ? [{ reason: { kind: 'platform', platform, by: platformBy }, weight: weights.platform }]
    : [{ reason: { kind: 'other-platform', platform }, weight: weights.otherPlatform }]
}

function areaOf({ area }: KnownIssue, { areas }: Clues): readonly Weighed[] {
  return areas.includes(area) ? [{ reason: { kind: 'area', area }, weight: weights.area }] : []
}

function recordOn(record: TrackRecord): readonly Weighed[] {
  const { helped, tried } = triedOn(record)
  if (tried === 0) return []
  return [{ reason: { kind: 'record', helped, tried, inWave: record.helpedInWave }, weight: recordWeight(record) }]
}

function points({ reason, weight }: Weighed): boolean {
  if (reason.kind === 'failure') return !vague.has(reason.category)
  if (reason.kind === 'words') return weight >= leastShare * weights.words
  return reason.kind === 'code'
}

function likelier(one: Candidate, other: Candidate): number {
  return (
    other.score - one.score ||
    one.issue.typicalTier - other.issue.typicalTier ||
    (one.issue.id < other.issue.id ? -1 : 1)
  )
}
