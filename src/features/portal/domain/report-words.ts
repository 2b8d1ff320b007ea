import { codesIn } from '#features/knowledge/domain/codes.ts'
import type { DevicePlatform, KnownIssue } from '#features/knowledge/domain/known-issue.ts'

const whole = (words: string) => new RegExp(String.raw`\b(?:${words})\b`, 'i')

const any = String.raw`apparaat|apparaten|devices?|toestel(?:len)?`
const phone = String.raw`telefoons?|phones?|smartphones?|mobiel|mobieltje|tablets?|${any}`
const computer = String.raw`computers?|laptops?|${any}`

const devices: Readonly<Record<DevicePlatform, RegExp>> = {
  ios: whole(String.raw`i-?phones?|i-?pads?|ios|ipados|app ?store|${phone}`),
  android: whole(String.raw`android|samsung|galaxy|pixel|knox|play ?store|${phone}`),
  windows: whole(String.raw`windows|win ?1[01]|pc'?s?|desktops?|bitlocker|autopilot|${computer}`),
  macos: whole(String.raw`macs?|macbooks?|macos|imacs?|filevault|${computer}`),
  linux: whole(String.raw`linux|ubuntu|${computer}`),
}

/** What a help desk hears of all day that is no managed device. */
const otherThings: readonly RegExp[] = [
  String.raw`printers?|print(?:en)?|afdruk\w*|scanners?`,
  String.raw`beamers?|projectors?|beeldscherm(?:en)?|monitors?`,
  String.raw`muis|muizen|mouse|toetsenbord(?:en)?|keyboards?|headsets?|dock|docking\w*`,
  String.raw`zaal|\w*(?:vergader|meeting).?(?:zaal|zalen|kamers?|rooms?)`,
  String.raw`\w*abonnement(?:en)?|subscriptions?|sim.?(?:kaart|card)s?|badges?|toegangspas`,
  String.raw`sharepoint|\w*schijf|shared (?:drive|folder|calendar)`,
].map(whole)

/** Whether a report speaks of a device that may be one of these, by any of the names that people give it. */
export function namesDevice(text: string, platforms: readonly DevicePlatform[]): boolean {
  return platforms.some((platform) => devices[platform].test(text))
}

/** Whether a report names a thing that the issue says nothing of: then it is about that, whatever words they share. */
export function isAboutElse(text: string, { symptom, fix }: Pick<KnownIssue, 'symptom' | 'fix'>): boolean {
  const said = [symptom.nl, symptom.en, ...fix.nl, ...fix.en].join('\n')
  return otherThings.some((thing) => thing.test(text) && !thing.test(said))
}

/** Fewer letters say too little to look for. */
const leastLetters = 12

/** Whether there is anything to look for in what is written so far: a few words, or a code and nothing else. */
export function saysEnough(text: string): boolean {
  return text.trim().length >= leastLetters || codesIn(text).length > 0
}

/** So many say what a report is about; the rest is how it came. */
const sentencesAtMost = 8

/** The sentences of a report, its subject first. Each is looked for by itself: a long report has words in common with anything. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/[.!?]\s+|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .slice(0, sentencesAtMost)
}
