import { type Called, calledIn, isMailTalk, isSetApart, standsForItself } from './context.ts'
import { hasKnownFacility } from './facilities.ts'
import { shortCodes, smallNegatives, smallResults } from './named-codes.ts'
import type { Reading } from './read-hex.ts'

const number =
  /(?<![0-9A-Za-z/\\+@€$£]|[0-9A-Za-z][.]|\d[ ',:])([-]?)(\d{1,3}(?:([.,' ])\d{3})(?:\3\d{3}){1,2}|\d{2,20})(?![0-9A-Za-z%°€]|[.,:/]\d|-\d|-[A-Za-z]*\d| ?%| ?€)/g
const glued =
  /(?:fout(?:code|melding)?|error(?:code)?|(?<![a-z])(?:code|hresult|hr|nr))([-]?)(\d{3,10})(?![0-9A-Za-z]|[.,:/-]\d)|(?<![0-9A-Za-z.,:/+@-])([-]?)(\d{3,10})(?=(?:error|fout|foutcode|code)(?![a-z]))/gi

/** Results and small codes as whole numbers: `2149056532`, `-2145910764`, `2.149.056.532`, "foutcode 806". */
export function decimals(text: string): Reading[] {
  const found = [...text.matchAll(number)].flatMap(
    ({ 0: written, 1: sign = '', 2: digits = '', 3: mark, index }) => {
      const end = index + written.length
      const read = judged(text, { sign, digits: digits.replace(/\D/g, ''), mark, start: index, end })
      return read === null ? [] : [{ reads: read, start: index, end }]
    },
  )
  const joined = [...text.matchAll(glued)].map((match) => {
    const [written, minus = '', digits = '', minusToo = '', digitsToo = ''] = match
    const reads = `${minus || minusToo}${digits || digitsToo}`
    return { reads, start: match.index + written.length - reads.length, end: match.index + written.length }
  })
  return [...found, ...joined]
}

type Numeral = {
  readonly sign: string
  readonly digits: string
  readonly mark: string | undefined
  readonly start: number
  readonly end: number
}

function judged(text: string, numeral: Numeral): string | null {
  const { sign, digits, mark, start, end } = numeral
  const called = calledIn(text, start, end)
  if (called === 'other' || isAddressOrAmount(numeral, called)) return null
  const value = Number(digits)
  if (digits.length > 10) return ofSixtyFourBits(digits)
  if (value >= 2 ** 32 || (mark !== undefined && value < 2 ** 30)) return null
  if (sign === '-') return negative(text, value, called, numeral)
  if (value >= 2 ** 31)
    return hasKnownFacility(value) ||
      smallNegatives.has(value) ||
      (called === 'named' && !isMailTalk(text, start, end))
      ? digits
      : null
  if (digits.length >= 9 && hasKnownFacility(2 ** 32 - value)) return isNumberOfUse(called) ? digits : null
  return mark === undefined && isShortCode(text, numeral, called) ? String(value) : null
}

const isNumberOfUse = (called: Called) => called !== 'none'

/** `2.148.204.100` is an address before it is a result; so is an amount. */
function isAddressOrAmount({ digits, mark, sign }: Numeral, called: Called): boolean {
  if (mark !== '.' || called === 'named' || sign === '-') return false
  return (
    digits.length === 10 &&
    [digits.slice(1, 4), digits.slice(4, 7), digits.slice(7)].every((part) => Number(part) < 256)
  )
}

function ofSixtyFourBits(digits: string): string | null {
  if (digits.length !== 20) return null
  const low = BigInt(digits) - 0xff_ff_ff_ff_00_00_00_00n
  return low >= 0n && low < 2n ** 32n && hasKnownFacility(Number(low)) ? String(low) : null
}

function negative(text: string, value: number, called: Called, { start, end }: Numeral): string | null {
  if (value > 2 ** 31) return null
  if (hasKnownFacility(2 ** 32 - value)) return `-${value}`
  if (isMailTalk(text, start, end)) return null
  if (smallNegatives.has(2 ** 32 - value) && called !== 'none') return `-${value}`
  if (value >= 1000)
    return called === 'named' || (called === 'said' && value < 100_000 && standsForItself(text, end))
      ? `-${value}`
      : null
  return null
}

/** Numbers that everything has: they need a name, or to be known as a code and to stand where one would. */
function isShortCode(text: string, { digits, start, end }: Numeral, called: Called): boolean {
  if (digits.startsWith('0') || isMailTalk(text, start, end)) return false
  // Numbers of telephones and accounts are written in groups.
  if (called !== 'named' && /^[ -]\d{2,}/.test(text.slice(end, end + 4))) return false
  const stands = standsForItself(text, end)
  const isKnown = shortCodes.has(digits)
  if (isKnown || smallResults.has(digits)) {
    if (called === 'named') return stands || /^\s*[-'"”)\]]?\s?(?:error|fout)/i.test(text.slice(end, end + 10))
    if (!stands) return false
    if (isRound(digits)) return called === 'said' && isSetApart(text, start, end)
    return called === 'said' || (called === 'near' && isKnown)
  }
  if (called !== 'named' || digits.length < 4 || digits.length > 9) return false
  return stands && !isYearOrDay(digits)
}

/** Counts and durations are round or short. */
const isRound = (digits: string) => digits.length < 3 || (digits.length === 3 && digits.endsWith('0'))

function isYearOrDay(digits: string): boolean {
  return (
    /^(?:19|20)\d\d$/.test(digits) ||
    /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/.test(digits) ||
    /^(?:[0-2]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d$/.test(digits)
  )
}
