import { normalCode } from './codes.ts'
import type { DevicePlatform, KnownIssue } from './known-issue.ts'

export function concerns(issue: KnownIssue, platform: DevicePlatform | null): boolean {
  return platform === null || issue.platforms.includes(platform)
}

/** Issues that have one of these codes and may be met on the platform. Several can: context has to tell them apart. */
export function issuesWithCode(
  issues: readonly KnownIssue[],
  codes: readonly string[],
  platform: DevicePlatform | null,
): readonly KnownIssue[] {
  const wanted = new Set(codes.map(normalCode).flatMap((code) => [code, ...entraCode(code)]))
  return issues.filter(
    (issue) => concerns(issue, platform) && issue.codes.some((code) => wanted.has(normalCode(code))),
  )
}

/**
 * Issues that are easily taken for this one, the likeliest first: one of its codes, then its area and platform, then its area.
 * Ties stay in the order of the catalogue.
 */
export function lookAlikes(issues: readonly KnownIssue[], issue: KnownIssue): readonly KnownIssue[] {
  const codes = new Set(issue.codes.map(normalCode))
  const likeness = (other: KnownIssue) =>
    (other.codes.some((code) => codes.has(normalCode(code))) ? 8 : 0) +
    (other.area === issue.area ? 4 : 0) +
    (other.platforms.some((platform) => issue.platforms.includes(platform)) ? 2 : 0) +
    (other.graphFailureCategory !== null && other.graphFailureCategory === issue.graphFailureCategory ? 1 : 0)
  return issues
    .filter((other) => other.id !== issue.id && likeness(other) >= 4)
    .map((other) => ({ other, like: likeness(other) }))
    .sort((one, two) => two.like - one.like)
    .map(({ other }) => other)
}

/** Sign-in logs show the number of an `AADSTS` code without its letters. */
const entraCode = (code: string) => (/^\d{5,7}$/.test(code) ? [`AADSTS${code}`] : [])
