import { no, type Verdict, yes } from './verdict.ts'

export const passwordLength = { least: 12, most: 256 } as const

/** What somebody who guesses would try first because they know the person. */
export type AboutPerson = {
  readonly name: string
  readonly email: string
  readonly organisation: string
}

/**
 * Long enough, and not one of the first a guesser tries. No rules about capitals or digits: they make people write
 * passwords down. Lists of leaked passwords are asked separately, because they are not pure.
 */
export function judgePassword(password: string, about: AboutPerson): Verdict<string> {
  const normal = password.normalize('NFC')
  const length = [...normal].length
  if (length < passwordLength.least) return no('password-too-short')
  if (length > passwordLength.most) return no('password-too-long')
  const folded = fold(normal)
  if (isCommon(normal.toLowerCase(), folded)) return no('password-common')
  if (isAbout(folded, about)) return no('password-about-you')
  return yes(normal)
}

/** Lower case, look-alike digits as letters, without what people put at the ends to satisfy rules. */
function fold(password: string): string {
  const looks: Record<string, string> = {
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
    '!': 'i',
  }
  const lower = password.toLowerCase()
  let end = lower.length
  while (end > 0 && !isLetter(lower.charAt(end - 1))) end--
  let start = 0
  while (start < end && !isLetter(lower.charAt(start))) start++
  const core = end > start ? lower.slice(start, end) : lower
  return [...core]
    .map((character) => looks[character] ?? character)
    .filter((character) => isLetter(character) || (character >= '0' && character <= '9'))
    .join('')
}

function isLetter(character: string): boolean {
  return character.toLowerCase() !== character.toUpperCase()
}

function isCommon(lower: string, folded: string): boolean {
  if (new Set(lower).size < 5) return true
  const letters = [...lower].filter((character) => isLetter(character)).join('')
  if ([lower, folded, letters].some((text) => isRepeated(text))) return true
  if (isRun(lower) || isRun(folded)) return true
  return [folded, letters].some((text) => text !== '' && restAfterWords(text, commonWords) <= 3)
}

/** The same piece over and over: "abcabcabcabc". */
function isRepeated(text: string): boolean {
  return text.length > 1 && (text + text).indexOf(text, 1) < text.length
}

/** Nearly everything is a row of the keyboard, the alphabet or counting, forwards or backwards. */
function isRun(text: string): boolean {
  if (text === '') return false
  let covered = 0
  let at = 0
  while (at < text.length) {
    const length = longestRun(text, at)
    if (length >= 4) covered += length
    at += length >= 4 ? length : 1
  }
  return covered >= text.length - 3
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  '1234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
  'qazwsxedcrfvtgb',
]
const runs = rows.flatMap((row) => [row, [...row].reverse().join('')])

function longestRun(text: string, from: number): number {
  let longest = 0
  for (const run of runs) {
    const start = run.indexOf(text.charAt(from))
    let length = 0
    if (start >= 0) while (start + length < run.length && text[from + length] === run[start + length]) length++
    if (length > longest) longest = length
  }
  return longest
}

/** How much is left when every listed word is taken out, the longest first. */
function restAfterWords(text: string, words: readonly string[]): number {
  let rest = text
  for (const word of words) rest = rest.split(word).join('')
  return rest.length
}

/** The person's or the organisation's own words, with little else around them. */
function isAbout(folded: string, about: AboutPerson): boolean {
  const words = [about.name, about.email.replace('@', ' '), about.organisation, 'tierwise']
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .map((word) => fold(word))
    .filter((word) => word.length >= 4)
    .toSorted((left, right) => right.length - left.length)
  const rest = restAfterWords(folded, words)
  return rest < folded.length && restAfterWords(folded, [...words, ...commonWords]) <= 4
}

/** Words that guessers combine; folded, the longest first. */
const commonWords = [
  'administrator',
  'administratie',
  'wachtwoord',
  'superman',
  'password',
  'passwort',
  'princess',
  'football',
  'baseball',
  'sunshine',
  'computer',
  'whatever',
  'trustno',
  'internet',
  'voetbal',
  'feyenoord',
  'microsoft',
  'helpdesk',
  'beheerder',
  'september',
  'november',
  'december',
  'february',
  'februari',
  'october',
  'oktober',
  'january',
  'januari',
  'zondag',
  'maandag',
  'dinsdag',
  'donderdag',
  'vrijdag',
  'zaterdag',
  'woensdag',
  'welcome',
  'welkom',
  'letmein',
  'changeme',
  'default',
  'secret',
  'geheim',
  'dragon',
  'monkey',
  'shadow',
  'master',
  'qwerty',
  'azerty',
  'iloveyou',
  'summer',
  'winter',
  'spring',
  'autumn',
  'zomer',
  'herfst',
  'lente',
  'support',
  'intune',
  'company',
  'bedrijf',
  'login',
  'admin',
  'guest',
  'hello',
  'hallo',
  'ajax',
  'amsterdam',
  'rotterdam',
  'utrecht',
  'nederland',
  'holland',
  'test',
  'user',
  'root',
  'pass',
  'love',
  'abcd',
  'correcthorsebatterystaple',
  'temporary',
  'tijdelijk',
  'access',
  'toegang',
  'office',
  'kantoor',
].toSorted((left, right) => right.length - left.length)
