import { findCodes } from '#features/knowledge/domain/codes.ts'

/** What of people and their things is found in a text. */
export const personalKinds = ['name', 'address', 'phone', 'device', 'serial', 'imei', 'network', 'id'] as const
export type PersonalKind = (typeof personalKinds)[number]
export type Personal = { readonly kind: PersonalKind; readonly value: string }
export type FoundPersonal = Personal & { readonly at: number; readonly written: string }

/** What is known of those whom a ticket concerns, so that it is found wherever it stands. */
export type KnownPersonal = {
  readonly names: readonly string[]
  readonly addresses: readonly string[]
  readonly devices: readonly string[]
  readonly serials: readonly string[]
  /** Ids of people. */
  readonly ids: readonly string[]
  /** Ids that the vendor needs: of the tenant, of devices, of what went wrong. */
  readonly kept: readonly string[]
}

export const nothingKnown: KnownPersonal = {
  names: [],
  addresses: [],
  devices: [],
  serials: [],
  ids: [],
  kept: [],
}

type Span = { readonly start: number; readonly end: number }
const guid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi
const mail = /[\p{L}\p{N}._%+'-]+(?:#EXT#)?@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu
const phone = /(?<![\w.,:/-])(?:\+|00)?\(?\d[\d ()./\u00a0-]{6,20}\d(?![\w-]|[.,:]\d)/g
const fourNumbers = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)/g
const sixth =
  /(?<![\w:.])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?|::(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})(?![\w:])/gi
const hardware = /(?<![\w:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:-])/gi
const imei = /(?<![\d.-])\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d(?![\d.-]*\d)/g
const calledSerial =
  /\b(?:serial(?:\s?number|\s?no\.?)?|serienummer|serienr\.?|s\/n|sn|imei|meid|udid|iccid|asset\s?tag)\b\s*(?:is|was|[:=#])?\s*["']?([A-Z0-9][A-Z0-9-]{5,39})/gi
const calledDevice =
  /\b(?:device\s?name|devicename|apparaatnaam|computernaam|computer\s?name|hostname|pc-?naam)\b\s*(?:is|was|[:=])?\s*["']?([\p{L}\p{N}][\p{L}\p{N}_-]{2,62})/giu
const windowsName = /\b(?:DESKTOP|LAPTOP|WIN|PC|NB|LT|WS|MBP|IPH|IPAD|AND|TAB)-(?=[A-Z0-9-]*\d)[A-Z0-9-]{3,20}\b/g
const profileFolder = /(?<=[\\/](?:Users|home|Gebruikers)[\\/])[^\\/\s:"'<>|]{2,64}/gi
/** `Mevr. Bakker`, `Dhr. J. de Wit`: somebody nobody here may know. */
const titled =
  /\b(?:mevr(?:ouw)?|mw|dhr|meneer|de heer|mrs?|ms|miss|dr|drs|ing|prof)\b\.?\s+((?:\p{Lu}\.\s?)*(?:(?:van|de|der|den|ter|ten|te|von|el|al)\s+)*\p{Lu}[\p{L}'-]+)/giu
const introduced =
  /\b(?:mijn naam is|ik ben|groet(?:en|jes)?,?|gr\.?,?|met vriendelijke groet,?|mvg,?|my name is|i am|regards,?|cheers,?|thanks,?|name|naam|user|gebruiker|collega|colleague)\b\s*[:,]?\s*\n?\s*(\p{Lu}[\p{Ll}'-]+(?:\s+(?:(?:van|de|der|den|ter|ten|te|von|el|al)\s+)*\p{Lu}[\p{L}'-]+)+)/giu

/** Before an id that says what went wrong, not who it was. */
const trace =
  /(?:correlation|correlatie|activity|activiteit|request|trace|tracking|session|tenant|directory|incident|client-request|policy|beleid|app(?:lication)?|resource|device|apparaat)[\s_-]*(?:id(?:entifier)?)?(?:'?s|’s)?["']?\s*(?:[:=#(]|is|was)?\s*["']?(?:[0-9a-f-]{36}[\s,;]+(?:and|en)?\s*)*$/i
const version =
  /(?:\bv|version|versie|build|\bos|windows|ios|ipados|android|macos|portal|app|release|update)\s*[:=]?\s*$/i

/**
 * Everything in a text that belongs to a person, in the order in which it stands; error codes, versions and the ids of what went
 * wrong are left alone. Better a thing too many: the preview shows what is hidden, and it can be shown.
 */
export function findPersonal(text: string, known: KnownPersonal): readonly FoundPersonal[] {
  const codes: readonly Span[] = findCodes(text).map(({ at, written }) => ({
    start: at,
    end: at + written.length,
  }))
  const kept = new Set(known.kept.map((one) => one.toLowerCase()))
  const found: FoundPersonal[] = []
  const taken = (start: number, end: number) =>
    found.some(({ at, written }) => at < end && start < at + written.length)
  const inCode = (start: number, end: number) => codes.some((code) => code.start < end && start < code.end)
  const add = (kind: PersonalKind, start: number, written: string) => {
    if (written.trim() === '' || kept.has(written.toLowerCase()) || taken(start, start + written.length)) return
    found.push({ kind, value: normal(kind, written), at: start, written })
  }
  const each = (pattern: RegExp, then: (start: number, match: RegExpExecArray) => void) => {
    for (const match of text.matchAll(pattern)) then(match.index, match)
  }
  const inside = (kind: PersonalKind) => (start: number, match: RegExpExecArray) => {
    const written = match[1] ?? ''
    if (/\d/.test(written) || kind === 'name') add(kind, start + match[0].lastIndexOf(written), written)
  }

  each(mail, (start, [written]) => add('address', start, written.replace(/[.'-]+$/, '')))
  for (const one of known.addresses) each(exactly(one), (start, [written]) => add('address', start, written))
  each(guid, (start, [written]) => {
    const before = text.slice(Math.max(0, start - 120), start)
    if (!known.ids.some((id) => id.toLowerCase() === written.toLowerCase()) && trace.test(before)) return
    add('id', start, written)
  })
  for (const one of known.serials) each(exactly(one), (start, [written]) => add('serial', start, written))
  for (const one of known.devices) each(exactly(one), (start, [written]) => add('device', start, written))
  each(hardware, (start, [written]) => add('network', start, written))
  each(calledSerial, inside('serial'))
  each(calledDevice, inside('device'))
  each(windowsName, (start, [written]) => !inCode(start, start + written.length) && add('device', start, written))
  each(imei, (start, [written]) => isImei(written) && add('imei', start, written))
  each(fourNumbers, (start, [written]) => {
    const isVersion = version.test(text.slice(Math.max(0, start - 40), start))
    if (!isVersion && written.split('.').every((part) => Number(part) <= 255)) add('network', start, written)
  })
  each(sixth, (start, [written]) => written.split(':').length > 3 && add('network', start, written))
  each(
    profileFolder,
    (start, [written]) => !/^(?:public|default|all)$/i.test(written) && add('name', start, written),
  )
  for (const one of namesToFind(known.names)) each(named(one), (start, [written]) => add('name', start, written))
  each(titled, inside('name'))
  each(introduced, inside('name'))
  each(phone, (start, [written]) => {
    const end = start + written.length
    if (looksDialled(written) && !inCode(start, end)) add('phone', start, written)
  })
  return found.toSorted((one, other) => one.at - other.at)
}

/** The whole name first, then its parts; a first name alone only as a name is written. */
function namesToFind(names: readonly string[]): readonly string[] {
  const parts = names.flatMap((name) => [
    name,
    ...name.split(/[\s,]+/).filter((part) => /^\p{Lu}[\p{L}'-]{2,}$/u.test(part)),
  ])
  return [...new Set(parts)].filter((part) => part.trim().length > 2).toSorted((a, b) => b.length - a.length)
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
const exactly = (value: string) =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(value)}(?![\p{L}\p{N}])`, 'giu')
/** As a name is written: `Bakker` and `BAKKER`, not the `bakker` around the corner; a name of several words in any case. */
function named(name: string): RegExp {
  const body = escaped(name).replace(/\s+/g, String.raw`[\s\u00a0]+`)
  if (/\s/.test(name)) return new RegExp(String.raw`(?<![\p{L}\p{N}])${body}(?![\p{L}\p{N}])`, 'giu')
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${body}|${body.toUpperCase()})(?![\p{L}\p{N}])`, 'gu')
}

function normal(kind: PersonalKind, written: string): string {
  if (kind === 'phone' || kind === 'imei') return written.replace(/\D/g, '')
  return written.replace(/\s+/g, ' ').trim().toLowerCase()
}

/** A number that one could dial: not a date, not a time, not a size. */
function looksDialled(written: string): boolean {
  const digits = written.replace(/\D/g, '')
  if (digits.length < 9 || digits.length > 15) return false
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:\D|$)/.test(written)) return false
  return /^(?:\+|00|0|\(0)/.test(written)
}

/** Fifteen digits of which the last fits the others, as the Luhn formula has it. */
function isImei(written: string): boolean {
  const digits = written.replace(/\D/g, '')
  if (digits.length !== 15 || /^0{6}/.test(digits)) return false
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
