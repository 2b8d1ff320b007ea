import { isCommonWord } from '../language.ts'

/** How a text is read: as people write; as a list of devices and accounts; or left as it is, for whoever typed it meant it for the vendor. */
export type Reading = 'prose' | 'things' | 'as-is'

/** Something in a list of devices and accounts that nobody calls by its kind. */
export type ThingSpot = {
  readonly kind: 'serial' | 'device' | 'name'
  readonly start: number
  readonly written: string
}

const token = /(?<![\p{L}\p{N}._@\\/:-])[A-Z0-9][A-Z0-9-]{4,39}[A-Z0-9](?![\p{L}\p{N}_@\\/-]|[.:,]\d)/giu
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** What is not of one device: days, numbers of models, names of systems, updates. */
const ordinary = [
  /^\d{4}-\d{2}(?:-\d{2}|$)/,
  /^\d{1,2}-\d{1,2}-\d{4}$/,
  /^SM-[A-Z]\d{3,4}[A-Z]{0,3}$/i,
  /^KB\d{6,8}$/i,
  /^(?:T|KI)-\d+$/i,
  /^0x/i,
  /^(?:windows|win|iphone|ipad|ipados|ios|macbook|macbookpro|macbookair|imac|macos|android|surface|galaxy|pixel|latitude|thinkpad|elitebook|probook|xps|version|versie|build)-?\w{0,5}$/i,
  /^(?:UTC|GMT|CET|UTF|WPA|AES|RSA|SHA|TLS|IPV)-?\d/i,
]

const signIn =
  /(?<![\p{L}\p{N}._@%+\\/-])\p{L}[\p{L}\p{N}-]*[._]\p{L}[\p{L}\p{N}-]{2,}(?:[._][\p{L}\p{N}-]+)*(?![\p{L}\p{N}_@%\\/-])/giu
const address =
  /^(?:com|org|net|www)\.|\.(?:com|net|org|nl|eu|io|local|lan|log|zip|txt|csv|json|xml|exe|msi|dll|app|ipa|apk|etl|evtx|cab|png|jpe?g|pdf)$/i
const called =
  /(?<=\b(?:user(?:[ _-]?name)?|gebruiker(?:snaam)?|account(?:naam)?|login|upn)\b["']?[ ]{0,3}[:=]?[ ]{0,3}["']?)\p{Ll}[\p{Ll}\p{N}._-]{3,39}(?![\p{L}\p{N}@])/giu
const alone = /^[ \t]*(\p{Ll}[\p{Ll}\p{N}._-]{3,39})[ \t.]*$/u

/** Words that stand by themselves in such lists and name nobody. */
const words = new Set(
  `windows android ipados macos linux iphone ipad compliant noncompliant unknown onbekend none geen several diverse company corporate
  personal bedrijf eigen enrolled managed supervised laptop desktop phone telefoon tablet toestel computer idem same test tests none
  user users account accounts gebruiker gebruikers name naam with and the same that which today vandaag gisteren yesterday also ditto
  local system service admin administrator public shared kiosk guest default intune entra microsoft azure apple samsung google lenovo
  device devices apparaat apparaten does doet kan niet cannot voldoet voldoen`.split(/\s+/),
)
export const isOrdinaryWord = (written: string): boolean =>
  words.has(written.toLowerCase()) || isCommonWord(written)

/** Serial numbers, names of devices and sign-in names as they stand in lists; models, versions and days are left alone. */
export function* thingsIn(text: string): Generator<ThingSpot> {
  for (const { 0: written, index: start } of text.matchAll(token)) {
    if (!/\d/.test(written) || guid.test(written) || ordinary.some((one) => one.test(written))) continue
    // A serial is written in capitals or, in a hurry, in none: `Laptop7Plus` is a model.
    if (/\p{Ll}/u.test(written) && /\p{Lu}/u.test(written)) continue
    yield { kind: written.includes('-') ? 'device' : 'serial', start, written }
  }
  for (const { 0: written, index: start } of text.matchAll(signIn))
    if (!address.test(written)) yield { kind: 'name', start, written }
  for (const { 0: written, index: start } of text.matchAll(called))
    if (/^\p{Ll}/u.test(written) && !isOrdinaryWord(written)) yield { kind: 'name', start, written }
  yield* standingAlone(text)
}

/** `5CD1234XYZ, avisser, 09:14`: one word in small letters between two commas of a list. */
function* standingAlone(text: string): Generator<ThingSpot> {
  const parts = [...text.matchAll(/[^,;()[\]|·\n\t]+/g)]
  if (parts.length < 2) return
  for (const part of parts) {
    const written = alone.exec(part[0])?.[1] ?? ''
    if (written !== '' && !isOrdinaryWord(written) && !address.test(written))
      yield { kind: 'name', start: part.index + part[0].indexOf(written), written }
  }
}
