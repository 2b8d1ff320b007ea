import { type Called, calledIn, isMailTalk } from './context.ts'
import { hasKnownFacility } from './facilities.ts'
import { shortCodes, smallNegatives } from './named-codes.ts'

/** Something in a text that is a code, as its normal form is made of: `0x80180014`, `-2145910764`, `AADSTS50076`. */
export type Reading = { readonly reads: string; readonly start: number; readonly end: number }

const digit = '[0-9a-fA-F]'
/** What is read as a digit by people and by cameras. */
const misread: Readonly<Record<string, string>> = { o: '0', O: '0', l: '1', I: '1', i: '1' }
const cleaned = (digits: string) => digits.replace(/[oOlIi]/g, (sign) => misread[sign] ?? sign)
const known = (digits: string) => {
  const value = Number.parseInt(digits, 16)
  return hasKnownFacility(value) || smallNegatives.has(value)
}

const prefixed = new RegExp(String.raw`(?:[0oO] ?[xX]|&[hH])[ :\-_]?(?=[0-9a-fA-FoOlI]{2})`, 'g')

/** `0x80180014` and how people write it: `0X8018-0014`, `Ox8o180014`, `error0x80180014error`. */
export function prefixedHex(text: string): Reading[] {
  return [...text.matchAll(prefixed)].flatMap(({ 0: prefix, index }) => {
    const from = index + prefix.length
    const read = hexAt(text, from)
    if (read === null) return []
    const before = text.charAt(index - 1)
    if (/\d/.test(before)) return []
    const value = Number.parseInt(read.digits, 16)
    if (
      /[a-z]/i.test(before) &&
      !(read.digits.length >= 8 && (known(read.digits.slice(0, 8)) || isWordEnd(text, index)))
    )
      return []
    // A letter O for the zero, or a gap after the x, is believed of whole results only.
    const isSloppy = !/^0x$/i.test(prefix)
    if (isSloppy && !(read.digits.length >= 8 && known(read.digits.slice(-8)))) return []
    if (value === 0) return []
    if (read.digits.length < 3 && !shortCodes.has(String(value)) && calledIn(text, index, read.end) !== 'named')
      return []
    return [{ reads: `0x${read.digits}`, start: index, end: read.end }]
  })
}

const isWordEnd = (text: string, at: number) =>
  /(?:fout|code|error|err|melding|hresult|hr|with|met)$/i.test(text.slice(Math.max(0, at - 10), at))

function hexAt(text: string, from: number): { digits: string; end: number } | null {
  const run = /^[0-9a-fA-FoOlI]+/.exec(text.slice(from, from + 40))?.[0] ?? ''
  const glued = /^[g-z]/i.test(text.slice(from + run.length))
  const pure = new RegExp(`^${digit}+`).exec(run)?.[0] ?? ''
  if (run.length === 8) return wholeRun(cleaned(run), from + 8)
  if (pure.length === 8 && run.length > 8) return { digits: pure, end: from + 8 }
  if (run.length > 16)
    return known(cleaned(run.slice(0, 8))) && glued ? { digits: cleaned(run.slice(0, 8)), end: from + 8 } : null
  if (run.length > 8) {
    if (pure.length === 16 && !glued && /^(?:f{8}|0{8})/i.test(pure)) return { digits: pure, end: from + 16 }
    if (pure.length === 9 && !glued) return { digits: pure, end: from + 9 }
    return known(cleaned(run.slice(0, 8))) ? { digits: cleaned(run.slice(0, 8)), end: from + 8 } : null
  }
  const grouped =
    /^(?:([0-9a-fA-FoOlI]{4})([ \-_.·])([0-9a-fA-FoOlI]{4})|([0-9a-fA-FoOlI]{2})([ \-_.:])([0-9a-fA-FoOlI]{2})\5([0-9a-fA-FoOlI]{2})\5([0-9a-fA-FoOlI]{2}))(?![0-9a-zA-Z])/.exec(
      text.slice(from, from + 16),
    )
  if (grouped) {
    const digits = cleaned(grouped[0].replace(/[ \-_.·:]/g, ''))
    if (known(digits)) return { digits, end: from + grouped[0].length }
  }
  const whole = glued || run.length !== pure.length ? null : pure
  return whole === null || whole.length < 2 ? null : { digits: whole, end: from + whole.length }
}

const wholeRun = (digits: string, end: number) => ({ digits, end })

const bare = new RegExp(
  String.raw`(?<![0-9a-zA-Z])[xXhH]?([0-9a-fA-FoOlI]{8})(?:[hHuUlL]|[uU][lL])?(?![0-9a-zA-Z])`,
  'g',
)
const glued = new RegExp(
  String.raw`(?:fout|foutcode|code|error|melding|err|hresult|hr|nr|met|with)[xX]?(${digit}{8})(?![0-9a-zA-Z])|(?<![0-9a-zA-Z])(${digit}{8})(?=error|fout|code|melding|hresult)`,
  'gi',
)
const parted = new RegExp(
  String.raw`(?<![0-9a-fA-F]{4}[-_ .]|[0-9a-zA-Z+])(${digit}{4})([ \-_.·])(${digit}{4})(?![0-9a-zA-Z]|[ \-_.·][0-9a-fA-F]{2,})`,
  'g',
)

/** The same without its `0x`. A result looks like one by its facility; without that, it has to be called an error. */
export function bareHex(text: string): Reading[] {
  return [...wholeOnes(text), ...gluedOnes(text), ...partedOnes(text)]
}

function wholeOnes(text: string): Reading[] {
  return [...text.matchAll(bare)].flatMap(({ 0: written, 1: raw = '', index }) => {
    const start = index
    const end = index + written.length
    const digits = cleaned(raw)
    const isMisread = digits !== raw
    if (!/\d/.test(digits)) return []
    const called = calledIn(text, start, end)
    if (isPartOfMore(text, start, end, called)) return []
    const isResult = known(digits)
      ? !isMisread || called === 'named' || called === 'said'
      : called === 'named' && !isMisread && couldBeResult(digits) && !isMailTalk(text, start, end)
    return isResult && called !== 'other' ? [{ reads: `0x${digits}`, start, end }] : []
  })
}

/** Eight digits that are called an error are a result when they begin as one, or as a small number filled up with zeros. */
const couldBeResult = (digits: string) =>
  /^(?:[8c]|ffff|0000|002)/i.test(digits) &&
  !/^0{8}$/.test(digits) &&
  (!/^\d+$/.test(digits) || /^(?:8|0000|002)/.test(digits))

/** In an id, a hash, an address or a file's name. The `=0D` that mails leave behind a word is no part of it. */
function isPartOfMore(text: string, start: number, end: number, called: Called): boolean {
  const before = text.slice(Math.max(0, start - 12), start)
  const after = text.slice(end, end + 12)
  return (
    (/[+@\\]$|[0-9a-f]{2}[-_.:/=]$|\d[-_]$|(?<![a-z])[A-Z]{1,5}-$|[/=]$/.test(before) &&
      !/(?:code|error|fout|hr|hresult|status|result)[-_.:/=]$/i.test(before)) ||
    /^(?:[-_@]?[-_:.][0-9a-f]{2,}(?:[-_:.]|\b)|[@+]|=(?!0[AD]|20|3D))/i.test(after) ||
    (after.startsWith('/') && called !== 'named')
  )
}

function gluedOnes(text: string): Reading[] {
  return [...text.matchAll(glued)].flatMap(({ 0: written, 1: before, 2: after, index }) => {
    const digits = before ?? after ?? ''
    const start = index + written.length - digits.length
    if (!known(digits) && !digits.startsWith('0000')) return []
    return [{ reads: `0x${digits}`, start, end: start + digits.length }]
  })
}

function partedOnes(text: string): Reading[] {
  return [...text.matchAll(parted)].flatMap(({ 0: written, 1: first = '', 3: second = '', index }) => {
    const end = index + written.length
    if (!known(first + second) || !['named', 'said', 'near'].includes(calledIn(text, index, end))) return []
    return [{ reads: `0x${first}${second}`, start: index, end }]
  })
}
