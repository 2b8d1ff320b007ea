/** A number of a person in a text: what it is and where it stands. */
export type NumberSpot = {
  readonly kind: 'phone' | 'imei' | 'account' | 'place'
  readonly start: number
  readonly written: string
}

const phone = /(?<![\w.,:/-]|tel:[\d +-]{0,20})(?:\+|00)?\(?\d[\d ()./\u00a0-]{6,20}\d(?![\w-]|[.,:]\d)/g
const dialled = /(?<=tel:)\+?[\d() -]{6,20}\d/g
/** A number that goes on at the next line. */
const overLines = /(?<![\w.,:/-])(?:\+|00?)\d[\d ()-]{0,12}=?\r?\n[ >\t]*[\d ()-]{2,14}\d(?![\w-]|[.,:]\d)/g
const imei = /(?<![\d.-])\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d(?![\d.-]*\d)/g
const iban = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]){11,30}/gu
const card = /(?<![\d.-])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\d.-]*\d)/g
const nine = /(?<![\p{L}\d.,:/+-])\d{3}[ .]?\d{2,3}[ .]?\d{3,4}(?![\p{L}\d-]|[.,:]\d)/gu
const calledCivic = /(?<=\b(?:bsn|burgerservicenummer|sofi-?nummer)\b[^\d\n]{0,15})\d[\d .]{6,11}\d/gi
const calledAccount =
  /(?<=\b(?:personeels|medewerkers?|employee|staff|badge|paspoort|passport|rijbewijs|kenteken|klant)[ -]?(?:nummer|number|no\.?|nr\.?|id)?[ ]{0,3}(?:is[ ]{1,3}|[:#=][ ]{0,3})?)(?=[A-Z0-9-]{0,19}\d)[A-Z0-9][A-Z0-9-]{3,19}\b/gi
const born =
  /(?<=\b(?:geboren|geboortedatum|geb\.?|born|date of birth|dob)\b[ :]{0,3}(?:op|on|is)?[ ]{0,3})\d{1,4}(?:[-/. ]\p{L}{3,10}[-/. ]|[-/. ]\d{1,2}[-/. ])\d{2,4}/giu

const place: readonly RegExp[] = [
  // `52.0907, 5.1214`, `lat 52.0907 lon 5.1214`, `52°05'27"N`.
  /(?<![\d.])-?\d{1,2}\.\d{4,},\s*-?\d{1,3}\.\d{4,}(?![\d.]*\d)/g,
  /(?<=\b(?:lat|latitude|breedtegraad|lon|lng|longitude|lengtegraad)["']?[ :=]{1,3})-?\d{1,3}\.\d{2,}/gi,
  /\d{1,3}°\s?\d{1,2}['’′]\s?\d{1,2}(?:[.,]\d+)?["”″]\s?[NSEWO]/g,
  // `1234 AB Utrecht`; not `2048 KB`.
  /(?<![\p{L}\d.:-])(?:(?!20[12]\d)[1-9]\d{3}|20[12]\d(?=\s?[A-Z]{2}[ ,]+\p{Lu}\p{Ll}))\s?(?!KB|MB|GB|TB|PM|AM|MS|SP|CU|VM|PC|ID|OK|IE|OS|IT|PX|BC|AD|EN|DE|OF|TO|IN|IS|ON)[A-Z]{2}\b(?!\d)/gu,
  /\b\p{Lu}\p{Ll}+(?:straat|laan|weg|plein|kade|gracht|dijk|singel|steeg)[ ]\d{1,4}[ ]?[a-z]?\b/gu,
  /\b\d{1,4}[ ](?:\p{Lu}\p{Ll}+[ ]){1,3}(?:Street|Road|Avenue|Lane|Drive|Square)\b/gu,
]

/** Numbers by which people are called, counted, paid or found. */
export function* personalNumbers(text: string): Generator<NumberSpot> {
  const spots = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(({ index: start, 0: written }) => ({ start, written }))
  for (const one of spots(iban)) {
    const written = asIban(one.written)
    if (written !== null) yield { kind: 'account', start: one.start, written }
  }
  for (const pattern of [calledCivic, calledAccount, born])
    for (const one of spots(pattern)) yield { kind: 'account', ...one }
  for (const one of spots(imei)) if (isImei(one.written)) yield { kind: 'imei', ...one }
  for (const one of spots(card)) if (isCard(one.written)) yield { kind: 'account', ...one }
  for (const pattern of place) for (const one of spots(pattern)) yield { kind: 'place', ...one }
  for (const one of spots(dialled)) yield { kind: 'phone', ...one }
  for (const one of spots(phone)) if (looksDialled(one.written)) yield { kind: 'phone', ...one }
  for (const one of spots(overLines)) if (isWholeNumber(one.written)) yield { kind: 'phone', ...one }
  for (const one of spots(nine)) if (isCivic(one.written)) yield { kind: 'account', ...one }
}

const digitsOf = (written: string) => written.replace(/\D/g, '')

/** A number that one could dial: not a date, not a time, not a size. */
function looksDialled(written: string): boolean {
  const digits = digitsOf(written)
  if (/^0\d(?:[-/. ]\d\d){4}$/.test(written)) return true
  if (digits.length < 9 || digits.length > 15) return false
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:\D|$)/.test(written)) return false
  return /^(?:\+|00|0|\(0)/.test(written)
}

function isWholeNumber(written: string): boolean {
  const { length } = digitsOf(written)
  return /^(?:\+|00)/.test(written) ? length >= 11 && length <= 15 : length === 10
}

/** A citizen's number of the Netherlands: the eleven-test. */
function isCivic(written: string): boolean {
  const digits = digitsOf(written)
  if (digits.length !== 9 || /^(\d)\1+$/.test(digits)) return false
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  )
  return sum % 11 === 0
}

function isCard(written: string): boolean {
  const digits = digitsOf(written)
  return digits.length >= 13 && digits.length <= 19 && /^[3-6]/.test(digits) && fitsLuhn(digits)
}

/** Fifteen digits of which the last fits the others. */
function isImei(written: string): boolean {
  const digits = digitsOf(written)
  return digits.length === 15 && !/^0{6}/.test(digits) && fitsLuhn(digits)
}

function fitsLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** As much of it as is an account number with the right check digits. */
function asIban(written: string): string | null {
  for (let end = written.length; end > 14; end -= 1) {
    const part = written.slice(0, end)
    if (!/\s$/.test(part) && fitsIban(part.replace(/\s/g, ''))) return part
  }
  return null
}

function fitsIban(account: string): boolean {
  if (account.length < 15 || account.length > 34) return false
  const moved = `${account.slice(4)}${account.slice(0, 4)}`
  const remainder = [...moved].reduce((rest, letter) => {
    const value = Number.parseInt(letter, 36)
    return (rest * (value > 9 ? 100 : 10) + value) % 97
  }, 0)
  return remainder === 1
}
