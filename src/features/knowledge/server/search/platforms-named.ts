import type { DevicePlatform } from '../../domain/known-issue.ts'

const names: readonly (readonly [DevicePlatform, RegExp])[] = [
  ['ios', /\b(?:i-?phones?|i-?pads?|ios|ipados)\b/i],
  ['android', /\b(?:android|samsung|galaxy|pixel|knox)\b/i],
  ['windows', /\b(?:windows|win ?1[01]|laptops?|pc'?s?|desktops?|bitlocker|autopilot|win32)\b/i],
  ['macos', /\b(?:mac|macs|macbooks?|macos|imacs?|jamf|filevault)\b/i],
  ['linux', /\b(?:linux|ubuntu)\b/i],
]

/** The platforms that a question speaks of by their names or their devices'; "telefoon" names none. */
export function platformsNamed(text: string): readonly DevicePlatform[] {
  return names.filter(([, pattern]) => pattern.test(text)).map(([platform]) => platform)
}
