import type { DevicePlatform, KnownIssue } from './known-issue.ts'

/** One spelling of a code: capitals, without `0x`, and a negative or long decimal as the hexadecimal it stands for. */
export function normalCode(code: string): string {
  const text = code.trim().toUpperCase().replace(/^0X/, '')
  if (!/^-?\d{9,10}$/.test(text)) return text
  const value = Number(text)
  return (value < 0 ? value + 2 ** 32 : value).toString(16).toUpperCase()
}

/** Codes that stand in what somebody wrote. Bare digits count from nine on, so that years and versions are none. */
export function codesIn(text: string): readonly string[] {
  const found = text.match(/\b0x[0-9a-f]{4,16}\b|(?<![\w.])-?\d{9,10}\b/gi) ?? []
  return [...new Set(found.map(normalCode))]
}

export function concerns(issue: KnownIssue, platform: DevicePlatform | null): boolean {
  return platform === null || issue.platforms.includes(platform)
}

/** Issues that have one of these codes and may be met on the platform. Several can: context has to tell them apart. */
export function issuesWithCode(
  issues: readonly KnownIssue[],
  codes: readonly string[],
  platform: DevicePlatform | null,
): readonly KnownIssue[] {
  const wanted = new Set(codes.map(normalCode))
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
