import type { Language } from '#features/people/domain/person.ts'
import { spellingsOf } from './codes.ts'
import { type Area, type DevicePlatform, devicePlatforms, type InBoth, type KnownIssue } from './known-issue.ts'

/** What is written of a known issue. A language that is not written yet has empty words and lists. */
export type IssueText = Pick<
  KnownIssue,
  | 'codes'
  | 'platforms'
  | 'area'
  | 'graphFailureCategory'
  | 'symptom'
  | 'cause'
  | 'checks'
  | 'fix'
  | 'typicalTier'
  | 'evidence'
  | 'source'
>

const other = (language: Language): Language => (language === 'nl' ? 'en' : 'nl')

/** Whether somebody who reads this language finds what goes wrong, why, and what helps. */
export function isWrittenIn({ symptom, cause, fix }: IssueText, language: Language): boolean {
  return symptom[language].trim() !== '' && cause[language].trim() !== '' && fix[language].length > 0
}

/** The language it still has to be written in; where it has neither, the one with less. */
export function missingLanguage(text: IssueText): Language | null {
  if (!isWrittenIn(text, 'nl')) return isWrittenIn(text, 'en') || text.symptom.nl === '' ? 'nl' : 'en'
  return isWrittenIn(text, 'en') ? null : 'en'
}

/** For readers of both languages: what is not written in one stands there in the other. */
export function inBoth(text: IssueText): IssueText {
  const words = (both: InBoth<string>) => ({ nl: both.nl || both.en, en: both.en || both.nl })
  const lines = (both: InBoth<readonly string[]>) => ({
    nl: both.nl.length > 0 ? both.nl : both.en,
    en: both.en.length > 0 ? both.en : both.nl,
  })
  return {
    ...text,
    symptom: words(text.symptom),
    cause: words(text.cause),
    checks: lines(text.checks),
    fix: lines(text.fix),
    evidence: text.evidence.map(words),
  }
}

/** The parts of a text that are compared, changed and taken over one by one. */
export const textParts = [
  'symptom.nl',
  'symptom.en',
  'cause.nl',
  'cause.en',
  'checks.nl',
  'checks.en',
  'fix.nl',
  'fix.en',
  'codes',
  'platforms',
  'area',
  'typicalTier',
  'evidence',
  'source',
  'graphFailureCategory',
] as const
export type TextPart = (typeof textParts)[number]

/** One part, as something that can be compared and shown. */
export function partOf(text: IssueText, part: TextPart): unknown {
  const [field, language] = part.split('.') as [keyof IssueText, Language?]
  const value = text[field]
  // In one order, whatever the order in which it was kept.
  if (field === 'evidence') return text.evidence.map(({ nl, en }) => ({ nl, en }))
  return language === undefined ? value : (value as InBoth<unknown>)[language]
}

/** The text with one part from another. */
export function withPart(text: IssueText, part: TextPart, from: IssueText): IssueText {
  const [field, language] = part.split('.') as [keyof IssueText, Language?]
  if (language === undefined) return { ...text, [field]: from[field] }
  const kept = text[field] as InBoth<unknown>
  return { ...text, [field]: { ...kept, [language]: (from[field] as InBoth<unknown>)[language] } }
}

/** The parts in which two texts differ. */
export function differingParts(one: IssueText, two: IssueText): readonly TextPart[] {
  return textParts.filter((part) => JSON.stringify(partOf(one, part)) !== JSON.stringify(partOf(two, part)))
}

/** What the supplied text changed since somebody wrote their own on top of it, and whether theirs says something else there. */
export type SuppliedNews = { readonly part: TextPart; readonly conflicts: boolean }

export function suppliedNews(own: IssueText, base: IssueText, supplied: IssueText): readonly SuppliedNews[] {
  return differingParts(base, supplied)
    .filter((part) => JSON.stringify(partOf(own, part)) !== JSON.stringify(partOf(supplied, part)))
    .map((part) => ({
      part,
      conflicts: JSON.stringify(partOf(own, part)) !== JSON.stringify(partOf(base, part)),
    }))
}

export type Diagnosed = {
  readonly title: string
  readonly rootCause: string
  readonly solution: string
  readonly codes: readonly string[]
  readonly platform: string | null
  /** What its ticket's category is about, the likeliest first; empty where that says nothing. */
  readonly areas: readonly Area[]
  /** What Intune calls the failure that the ticket is about, where there is one. */
  readonly graphFailureCategory: string | null
  readonly language: Language
}

/** What a diagnosis says, as the beginning of a known issue: in one language, with one step of the solution per line. */
export function textFromDiagnosis({
  title,
  rootCause,
  solution,
  codes,
  platform,
  areas,
  graphFailureCategory,
  language,
}: Diagnosed): IssueText {
  const words = (text: string) => ({ [language]: text.trim(), [other(language)]: '' }) as InBoth<string>
  const on = devicePlatforms.filter((one) => one === platform)
  return {
    // As people meet them, not as they are compared.
    codes: codes.slice(0, 20).map((code) => spellingsOf(code)[0] ?? code),
    platforms: on.length > 0 ? on : devicePlatforms,
    area: areaOf(`${title} ${rootCause}`, areas),
    graphFailureCategory,
    symptom: words(title),
    cause: words(rootCause),
    checks: { nl: [], en: [] },
    fix: { [language]: stepsIn(solution), [other(language)]: [] } as unknown as InBoth<readonly string[]>,
    typicalTier: 1,
    evidence: [],
    source: null,
  }
}

const stepsIn = (solution: string) =>
  solution
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '')

const areaWords: readonly (readonly [Area, RegExp])[] = [
  ['autopilot', /\bautopilot|\besp\b|\benrollment status page/i],
  ['app-protection', /\bapp.?protect|\bapp-?beveilig|\bmam\b/i],
  ['conditional-access', /\bconditional access|\bvoorwaardelijke toegang/i],
  ['compliance', /\b(?:non-?)?complian|\bnaleving|\b(?:non-?)?conform/i],
  ['certificate', /certifica|\bscep|\bpkcs|\bndes/i],
  ['licensing', /licen(?:c|s|t)/i],
  ['update', /\bupdat/i],
  [
    'remote-action',
    /\b(?:wip(?:e|ed|ing)|wis|wissen|gewist|retired?|(?:un)?lock(?:ed|s|ing)?|diagnostics)\b|\b(?:ver|ont)grendel/i,
  ],
  ['policy', /\bpolic(?:y|ies)\b|beleid|profiel|\bprofile/i],
  ['app', /\bapps?\b|\binstall|\bge[iï]nstalleer/i],
  ['sync', /\b(?:ge)?sync/i],
]

/** A first guess, for whoever finishes it to mend: among what its ticket is about, where that is known, by the words. */
function areaOf(words: string, areas: readonly Area[]): Area {
  const said = areaWords.filter(([, pattern]) => pattern.test(words)).map(([area]) => area)
  if (areas.length === 0) return said[0] ?? 'enrollment'
  return said.find((area) => areas.includes(area)) ?? areas[0] ?? 'enrollment'
}

/** Which platforms it is on, in the fixed order. */
export const inPlatformOrder = (given: readonly DevicePlatform[]): readonly DevicePlatform[] =>
  devicePlatforms.filter((platform) => given.includes(platform))
