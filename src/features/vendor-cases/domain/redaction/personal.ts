import { findCodes } from '#features/knowledge/domain/codes.ts'
import type { KnownPersonal } from './known-personal.ts'
import { personalNumbers } from './numbers.ts'
import { knownPeople, signInNames, strangers } from './people.ts'
import { type Learnt, learntPattern } from './learnt.ts'
import type { FoundPersonal, PersonalKind } from './personal-kinds.ts'
import { type Reading, thingsIn } from './things.ts'

const guid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi
/** Also as it stands in links, in quoted mail, in pages, and written so that no machine finds it. */
const mail =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,128}(?:#EXT#)?(?:@|%40|=40|&#0*64;|&#x0*40;|&commat;|[ ]?[([](?:at|apenstaartje)[)\]][ ]?|[ ]@[ ](?=[\p{L}\p{N}-]+\.\p{L}))[\p{L}\p{N}-]+(?:(?:\.|[ ]?[([]dot[)\]][ ]?|[ ]dot[ ])[\p{L}\p{N}-]+)*/giu
const fourNumbers = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)/g
const sixth =
  /(?<![\w:.])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?|::(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})(?![\w:])/gi
const hardware =
  /(?<![\w:-])(?:(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}|(?:[0-9a-f]{4}\.){2}[0-9a-f]{4})(?![\w:-]|\.[0-9a-f])/gi
const calledHardware = /(?<=\bmac(?:[- ]?(?:adres|address))?[ ]{0,3}[:=]?[ ]{0,3})[0-9a-f]{12}\b/gi
const security = /\bS-1-(?:5-21|12-1)(?:-\d+){4,}\b/g
const calledSerial =
  /\b(?:serials?(?:\s?numbers?|\s?no\.?)?|serienummers?|serienr\.?|s\/n|sn|imei|meid|udid|iccid|(?:asset|service)\s?tag)\b(?:\s{0,9}(?:is|was|[:=#])?|[^:=\n\d]{1,40}[:=])\s{0,9}["']?([A-Z0-9][A-Z0-9-]{5,39})/gi
/** `Serienummers: A, B en C`: the label speaks for all of them. */
const nextSerial =
  /["']?\s{0,3}(?:[,;/&]|\b(?:en|and)\b)\s{0,3}(?:\b(?:en|and)\b\s)?["']?([A-Z0-9][A-Z0-9-]{5,39})/giy
const calledDevice =
  /\b(?:device\s?name|devicename|apparaatnaam|computernaam|computer\s?name|hostname|pc-?naam)\b\s{0,9}(?:is|was|[:=])?\s{0,9}["']?([\p{L}\p{N}][\p{L}\p{N}_-]{2,62})/giu
const windowsName =
  /\b(?:(?:DESKTOP|LAPTOP|WIN|PC|NB|LT|WS|MBP|IPH|IPAD|AND|TAB)-(?=[A-Z0-9-]*\d)[A-Z0-9-]{3,20}|(?:DESKTOP|LAPTOP|IPHONE|IPAD|MACBOOK)-[A-Z0-9-]{3,20})\b/g

/** Before an id that says what went wrong, not who it was. */
const trace =
  /(?:correlation|correlatie|activity|activiteit|request|trace|tracking|session|tenant|directory|incident|client-request|policy|beleid|app(?:lication)?|resource|device|apparaat)[\s_-]*(?:id(?:entifier)?)?(?:'?s|’s)?["']?\s*(?:[:=#(]|is|was)?\s*["']?(?:[0-9a-f-]{36}[\s,;]+(?:and|en)?\s*)*$/i
const version =
  /(?:\bv|version|versie|build|\bos|windows|ios|ipados|android|macos|portal|app|release|update)\s*[:=]?\s*$/i

/**
 * Everything in a text that belongs to a person, in the order in which it stands; error codes, versions and the ids of what went
 * wrong are left alone. Better a thing too many: the preview shows what is hidden, and it can be shown.
 */
export function findPersonal(
  text: string,
  known: KnownPersonal,
  { reading = 'prose', learnt = [] }: { readonly reading?: Reading; readonly learnt?: readonly Learnt[] } = {},
): readonly FoundPersonal[] {
  if (reading === 'as-is') return []
  const kept = new Set(known.kept.map((one) => one.toLowerCase()))
  const found: FoundPersonal[] = []
  const marked = new Uint8Array(text.length)
  const coded = new Uint8Array(text.length)
  for (const { at, written } of findCodes(text)) coded.fill(1, at, at + written.length)
  const inCode = (start: number, end: number) => coded.subarray(start, end).includes(1)
  const add = (kind: PersonalKind, start: number, written: string, of = written) => {
    const end = start + written.length
    if (written.trim() === '' || kept.has(written.toLowerCase()) || marked.subarray(start, end).includes(1)) return
    marked.fill(1, start, end)
    found.push({ kind, value: normal(kind, of), at: start, written })
  }
  const each = (pattern: RegExp, then: (start: number, match: RegExpExecArray) => void) => {
    for (const match of text.matchAll(pattern)) then(match.index, match)
  }
  const inside = (kind: PersonalKind, isOne: (written: string, match: string) => boolean) => {
    return (start: number, match: RegExpExecArray) => {
      const written = match[1] ?? ''
      if (isOne(written, match[0])) add(kind, start + match[0].lastIndexOf(written), written)
    }
  }
  const hasDigit = (written: string) => /\d/.test(written)

  const joined = text.replace(broken, '').toLowerCase()
  const there = (values: readonly string[]) => values.filter((one) => joined.includes(one.toLowerCase()))
  for (const one of there(known.addresses))
    each(exactly(one), (start, [written]) => add('address', start, written))
  each(mail, (start, [written]) => add('address', start, written.replace(/[.'-]+$/, '')))
  each(guid, (start, [written]) => {
    const before = text.slice(Math.max(0, start - 120), start)
    if (!known.ids.some((id) => id.toLowerCase() === written.toLowerCase()) && trace.test(before)) return
    add('id', start, written)
  })
  each(security, (start, [written]) => add('id', start, written))
  for (const one of there(known.serials)) each(exactly(one), (start, [written]) => add('serial', start, written))
  for (const one of there(known.devices)) each(exactly(one), (start, [written]) => add('device', start, written))
  const again = (isOne: (one: Learnt) => boolean) => {
    for (const one of learnt.filter(({ written }) => joined.includes(written.toLowerCase())).filter(isOne))
      each(learntPattern(one), (start, [written]) => {
        if (!inCode(start, start + written.length)) add(one.kind, start, written, one.value)
      })
  }
  again(({ kind }) => kind !== 'name')
  each(hardware, (start, [written]) => add('network', start, written))
  each(calledHardware, (start, [written]) => add('network', start, written))
  each(calledSerial, (start, match) => {
    inside('serial', hasDigit)(start, match)
    nextSerial.lastIndex = start + match[0].length
    for (let next = nextSerial.exec(text); next !== null; next = nextSerial.exec(text))
      inside('serial', hasDigit)(next.index, next)
  })
  each(
    calledDevice,
    inside('device', (written, match) => hasDigit(written) || written.includes('-') || /[:=]/.test(match)),
  )
  for (const { start, written, of } of knownPeople(text, known)) add('name', start, written, of)
  again(({ kind }) => kind === 'name')
  each(windowsName, (start, [written]) => !inCode(start, start + written.length) && add('device', start, written))
  for (const { kind, start, written } of personalNumbers(text))
    if (!inCode(start, start + written.length)) add(kind, start, written)
  each(fourNumbers, (start, [written]) => {
    const isVersion = version.test(text.slice(Math.max(0, start - 40), start))
    if (!isVersion && written.split('.').every((part) => Number(part) <= 255)) add('network', start, written)
  })
  each(sixth, (start, [written]) => {
    if (written.split(':').length > 3 || (written.includes('::') && hasDigit(written)))
      add('network', start, written)
  })
  for (const { start, written } of [...signInNames(text), ...strangers(text)]) add('name', start, written)
  if (reading === 'things') {
    const lower = text.toLowerCase()
    for (const one of kept)
      for (let at = lower.indexOf(one); one !== '' && at >= 0; at = lower.indexOf(one, at + 1))
        coded.fill(1, at, at + one.length)
    for (const { kind, start, written } of thingsIn(text))
      if (!inCode(start, start + written.length)) add(kind, start, written)
  }
  return found.toSorted((one, other) => one.at - other.at)
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
const broken = /=?\r?\n[ >\t]*/g
/** Also where a line ends within it, as mail and logs break them. */
function exactly(value: string): RegExp {
  const body = [...value].map(escaped).join(`(?:${broken.source})?`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${body}(?![\p{L}\p{N}])`, 'giu')
}

function normal(kind: PersonalKind, written: string): string {
  if (kind === 'phone' || kind === 'imei') return written.replace(/\D/g, '')
  return written.replace(/\s+/g, ' ').trim().toLowerCase()
}
