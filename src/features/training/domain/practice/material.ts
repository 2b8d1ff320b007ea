import type { KnownIssue } from '#features/knowledge/domain/known-issue.ts'
import type { EvidenceItem } from '#features/plan/domain/document/process.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { normalCode } from '#features/knowledge/domain/codes.ts'
import { isBlank } from '#features/tickets/domain/given.ts'
import type { Evidence } from '#features/tickets/domain/ticket.ts'
import { chanceOf } from '../chance.ts'
import type { Exercise } from './exercise.ts'

/** The device that the simulated requester holds: what they answer when they are asked. */
export type Material = {
  readonly code: string | null
  readonly device: string
  readonly system: string
  readonly account: string
  readonly serial: string
}

const devices: Readonly<Record<Platform, readonly (readonly [device: string, system: string])[]>> = {
  ios: [
    ['iPhone 16', 'iOS 26.1'],
    ['iPhone 15 Pro', 'iOS 26.0.1'],
    ['iPad Air', 'iPadOS 26.1'],
  ],
  android: [
    ['Samsung Galaxy S24', 'Android 16'],
    ['Google Pixel 9', 'Android 16'],
    ['Fairphone 5', 'Android 15'],
  ],
  windows: [
    ['HP EliteBook 840 G11', 'Windows 11 25H2'],
    ['Dell Latitude 5450', 'Windows 11 24H2'],
    ['Surface Laptop 7', 'Windows 11 25H2'],
  ],
  macos: [
    ['MacBook Air M3', 'macOS 26.1'],
    ['MacBook Pro M4', 'macOS 26.0'],
  ],
  linux: [['ThinkPad T14', 'Ubuntu 24.04 LTS']],
}

const accounts = ['f.jansen', 's.devries', 'n.bakker', 'r.visser', 'y.demir', 'l.smit'] as const

export function materialOf({ issue, platform, seed }: Pick<Exercise, 'issue' | 'platform' | 'seed'>): Material {
  const chance = chanceOf(seed + 2)
  const of = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item
  const [device, system] = of(devices[platform])
  return {
    code: issue.codes[0] ?? null,
    device,
    system,
    account: `${of(accounts)}@practice.example`,
    serial: Array.from({ length: 10 }, () => of('ABCDEFGHJKLMNPQRSTUVWXYZ23456789'.split(''))).join(''),
  }
}

/** How the same platform and error are told in the plan's own evidence. */
export type EvidenceWords = (item: EvidenceItem) => string
export type EvidenceFiles = { readonly screenshot: string | null; readonly log: string | null }

/** A handover as a careful colleague fills it in. */
export function filledIn(
  items: readonly EvidenceItem[],
  material: Material,
  say: EvidenceWords,
  files: EvidenceFiles,
): readonly { readonly key: string; readonly value: string; readonly files: readonly string[] }[] {
  return items.map((item) => {
    const file = item.kind === 'screenshot' ? files.screenshot : item.kind === 'log' ? files.log : null
    const value =
      item.kind === 'choice'
        ? (item.options[0]?.key ?? '')
        : item.kind === 'code'
          ? (material.code ?? say(item))
          : say(item)
    return { key: item.key, value: file ? '' : value, files: file ? [file] : [] }
  })
}

/** Answers that say nothing, in both languages. */
const nothing =
  /^(?:[-–?.!]+|n\/?a|nvt|n\.v\.t\.?|geen|niets|none|nothing|x+|test|onbekend|unknown|weet ik niet|i do ?n[o']t know)$/i

/**
 * Whether the next tier can do something with an answer. A code has to be one of the issue's where it has any; a text has to say
 * something.
 */
export function saysSomething(
  item: EvidenceItem,
  given: Pick<Evidence, 'value' | 'files'>,
  issue: KnownIssue,
): boolean {
  if (given.files.length > 0) return true
  if (isBlank(given.value)) return false
  if (item.kind === 'choice') return true
  if (item.kind === 'code' && issue.codes.length > 0) {
    const codes = issue.codes.map(normalCode)
    return given.value.split(/[\s,;()]+/).some((one) => codes.includes(normalCode(one)))
  }
  const text = given.value.trim()
  return text.length >= 3 && !nothing.test(text)
}
