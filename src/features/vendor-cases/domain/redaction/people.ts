import { isCommonWord } from '../language.ts'
import type { KnownPersonal } from './known-personal.ts'

/** Something of a person in a text: where it stands, and whose it is where that is known. */
export type Spot = { readonly start: number; readonly written: string; readonly of?: string }

const particles = String.raw`van|de|der|den|het|'t|ter|ten|te|von|zu|el|al|la|le|du|di|bin|op`
const isParticle = new RegExp(`^(?:${particles})$`, 'i')
/** Between the parts of a name: nothing in a sign-in name, a space coded for a link, mark-up, the end of a line. */
const joint = String.raw`(?:[\s\u00a0._+-]|%20|&nbsp;|=\r?\n|<[^<>\n]{0,60}>){0,6}`
const edge = String.raw`(?<![\p{L}\p{N}])`
const end = String.raw`(?![\p{L}\p{N}])`

/** First names that are words: alone they are taken for a name as a name is written, not in small letters. */
const words = new Set(
  'mark will grace hope faith april may june august bill rose roos iris dean drew guy art sunny joy dawn summer jade ruby amber pearl case page chase rob jan wil dirk ben sem lies ties'.split(
    ' ',
  ),
)

/** Everything in a text by which somebody who is known could be meant: whole names, parts, initials, sign-in names. */
export function* knownPeople(text: string, { names, addresses }: KnownPersonal): Generator<Spot> {
  // Logs are long and most people are not in them: what is not there in any form is not looked for in all.
  const folded = fold(text)
  const isThere = (part: string) =>
    part.split(/[^\p{L}\p{N}]+/u).every((piece) => spellings(piece).some((one) => folded.includes(one)))
  const whole = [...new Set(names)]
    .toSorted((a, b) => b.length - a.length)
    .filter((name) => name.split(/[\s,]+/).some((part) => !isParticle.test(part) && isThere(part)))
  for (const name of whole) {
    const family = name.split(/[\s,]+/).slice(1)
    if (family.every(isThere)) yield* belonging(name, whenWhole(text, name))
  }
  for (const account of accountsOf(addresses))
    if (folded.includes(fold(account)))
      yield* found(text, `${edge}${account.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}${end}`, 'giu')
  const parts = new Map(whole.toReversed().flatMap((name) => name.split(/[\s,]+/).map((part) => [part, name])))
  for (const [part, name] of [...parts].toSorted(([a], [b]) => b.length - a.length))
    if (isThere(part)) yield* belonging(name, asPart(text, part))
  for (const name of whole) {
    const [first = ''] = name.split(/\s+/)
    if (first.length > 3 && !words.has(first.toLowerCase()) && isThere(first))
      yield* belonging(name, found(text, `${edge}${loose(first)}${end}`, 'giu'))
  }
}

function* belonging(of: string, spots: Iterable<Spot>): Generator<Spot> {
  for (const spot of spots) yield { ...spot, of }
}

/** `Ada de Wit`, `Wit, Ada de`, `A. de Wit`, `ada.dewit`, `AdadeWit`, also over the end of a line and with tags in between. */
function* whenWhole(text: string, name: string): Generator<Spot> {
  const [first = '', ...rest] = name.split(/[\s,]+/).filter((part) => part !== '')
  if (rest.length === 0) return
  const last = rest.map(loose).join(joint)
  yield* found(text, `${edge}${loose(first)}${joint}${last}${end}`, 'giu')
  yield* found(text, `${edge}${last},${joint}${loose(first)}${end}`, 'giu')
  const family = rest.filter((part) => !isParticle.test(part))
  if (rest.join('').length < 4) return
  const tussen = rest.filter((part) => isParticle.test(part)).map(loose)
  if (tussen.length > 0)
    yield* found(
      text,
      `${edge}${family.map(loose).join(joint)},${joint}${loose(first)}${joint}${tussen.join(joint)}${end}`,
      'giu',
    )
  const initial = loose(first.charAt(0))
  yield* found(text, `${edge}${initial}\\.?${joint}${last}${end}`, 'giu')
}

/** As a name is written: `Bakker` and `BAKKER`, not the `bakker` around the corner. */
function asPart(text: string, part: string): Iterable<Spot> {
  if (part.length < 2 || isParticle.test(part) || !/^\p{Lu}[\p{L}'’-]+$/u.test(part)) return []
  return found(text, `${edge}(?:${loose(part)}|${loose(part.toUpperCase())})${end}`, 'gu')
}

/** What stands before the at-sign, where it is no word. */
function accountsOf(addresses: readonly string[]): readonly string[] {
  return addresses
    .map((address) => address.split('@')[0] ?? '')
    .filter((local) => (/[._\d]/.test(local) ? local.length > 4 : local.length > 6))
    .filter((local) => !/^(?:support|helpdesk|servicedesk|info|noreply|no-reply|administrator)$/i.test(local))
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** `Müller` is also written `muller` and `mueller`. */
function spellings(piece: string): readonly string[] {
  return [fold(piece), fold(piece.normalize('NFC').replace(/[äöüÄÖÜ]/g, (letter) => `${fold(letter)}e`))]
}

/** A name with or without its accents. */
function loose(name: string): string {
  return [...name.normalize('NFC')]
    .map((letter) => {
      const plain = letter.normalize('NFD').replace(/\p{M}/gu, '')
      if (/['’]/.test(letter)) return "['’]?"
      if (!/[\p{L}\p{N}]/u.test(letter)) return letter.replace(/[.*+?^${}()|[\]\\-]/, String.raw`[\$&\s]?`)
      if (plain === letter) return letter
      return /[äöü]/i.test(letter) ? `(?:${letter}|${plain}e?)` : `[${letter}${plain}]`
    })
    .join('')
}

function* found(text: string, pattern: string, flags: string): Generator<Spot> {
  for (const match of text.matchAll(new RegExp(pattern, flags))) yield { start: match.index, written: match[0] }
}

const name = String.raw`\p{Lu}[\p{L}'’-]+`
const between = `(?:${particles})\\s+`
/** `Karel Appel`, `J. van den Berg-de Vries`; on one line. */
const several = new RegExp(
  String.raw`(?:\p{Lu}\.[ ]?)*(?:${between.replaceAll(String.raw`\s`, ' ')})*${name}(?:[ ](?:${between.replaceAll(String.raw`\s`, ' ')})*${name})*`,
  'uy',
)
const two = new RegExp(String.raw`${name}(?:[ ](?:${between.replaceAll(String.raw`\s`, ' ')})*${name})+`, 'uy')

/** Words after which somebody is named; how many words it takes before that is believed. */
const signs: readonly (readonly [RegExp, 'one' | 'two'])[] = [
  // `Mevr. Bakker`, `Dhr. J. de Wit`.
  [/\b(?:mevr(?:ouw)?|mw|dhr|meneer|de heer|mrs?|ms|miss|dr|drs|ing|prof)\b\.?[ ]+/giu, 'one'],
  [/\b(?:ik heet|mijn naam is|my name is)\s+/giu, 'one'],
  [
    /\b(?:groet(?:en|jes)?|gr|mvg|met vriendelijke groet(?:en)?|(?:(?:kind|best) )?regards|cheers)\b[.,!]*\s+/giu,
    'one',
  ],
  [/(?:^|\n)[ \t>]*(?:hoi|hallo|hi|hey|beste|dear|geachte)[ ]+/giu, 'one'],
  [/\b(?:mijn collega|collega|my colleague|colleague)[ ]+/giu, 'one'],
  [/(?:^|\n)[ \t>]*(?:van|aan|from|to|cc)[ ]*:[ ]*/giu, 'two'],
  [/\b(?:ik ben|i am|thanks|bedankt|user|gebruiker)\b[ ]*[:,]?\s+/giu, 'two'],
  [/(?<!\p{L}[ -]?)\b(?:name|naam)\b[ ]*:[ ]*/giu, 'two'],
  // `iPhone van Karel`.
  [
    /\b(?:iphone|ipad|macbook(?:[ -](?:air|pro))?|laptop|telefoon|toestel|phone|galaxy|pixel|tablet|pc)[ -](?:van|of)[ -]/giu,
    'one',
  ],
]
const nobody =
  /^(?:support|helpdesk|service|servicedesk|team|microsoft|intune|apple|google|samsung|android|windows|all|allen|allemaal|collega'?s?|there|ict|it|sir|madam|heer|mevrouw|the|this|de|het|een|user|gebruiker|requester|aanvrager|admin|administrator|company|bedrijf|school|portal|dag|teams|outlook|office|word|excel|edge|store|authenticator|defender|onedrive|sharepoint|exchange|entra|azure|bank|bankieren)$/i

/** Somebody nobody here may know, by how they are named. */
export function* strangers(text: string): Generator<Spot> {
  for (const [sign, needs] of signs)
    for (const match of text.matchAll(sign)) {
      const start = match.index + match[0].length
      const pattern = needs === 'two' ? two : several
      pattern.lastIndex = start
      const [written = ''] = pattern.exec(text) ?? []
      const [firstWord = ''] = written.split(' ')
      if (written !== '' && !nobody.test(firstWord)) yield { start, written }
    }
  // `Karel’s iPhone`.
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}])(\p{Lu}[\p{Ll}-]+)['’]?s?[ ](?:iPhone|iPad|MacBook|iMac|Mac|Galaxy|Pixel|Surface|Apple Watch)\b/gu,
  )) {
    const written = match[1] ?? ''
    const isOwned = /['’]/.test(match[0].slice(written.length, written.length + 2))
    if (isOwned && !nobody.test(written)) yield { start: match.index, written }
  }
}

const userName = String.raw`[^\\/\s:"'<>|,;]{2,64}`
const accounts: readonly RegExp[] = [
  // The folder of a user, on a disk or a server; spaces where another folder follows.
  /(?<=[\\/](?:Users|home|homes|Gebruikers|profiles?|profielen|userdata|redirected)\$?[\\/]{1,2})(?:[^\\/:"'<>|\r\n]{2,64}(?=\\)|[^\\/\s:"'<>|]{2,64})/giu,
  // `CONTOSO\adewit`.
  new RegExp(
    String.raw`(?<=(?<![\\/:\p{L}\p{N}])(?:AzureAD|(?!HK|NT |BUILTIN|SOFTWARE|SYSTEM)[A-Z][A-Z0-9-]{1,14})\\)(?!SYSTEM|NETWORK|LOCAL|Administrators|Users)[\p{L}][\p{L}\p{N}._-]{1,40}(?![\\\p{L}\p{N}])`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<=\b(?:user(?:[ _-]?name)?|gebruiker(?:s?naam)?|accountnaam|account[ _-]?name|login|inlognaam|aanmeldnaam|upn|userprincipalname|samaccountname)["']?[ ]{0,3}[:=][ ]{0,3}["']?)(?!(?:niet|not|is|was|geen|no|the|de|unknown|onbekend|null|none)\b)${userName}`,
    'giu',
  ),
]
const common = /^(?:public|default|all|all users|shared|administrator|system)$/i

/** Names with which somebody signs in, where they are called so or stand where such names stand. */
export function* signInNames(text: string): Generator<Spot> {
  for (const pattern of accounts)
    for (const match of text.matchAll(pattern))
      if (!common.test(match[0]) && !isCommonWord(match[0]))
        yield { start: match.index, written: match[0].replace(/[.)\]]+$/, '') }
}
