import { distributions } from '../../domain/chance/duration.ts'

/** How one assumption is edited: the fields of its form. */
export type Field =
  | {
      readonly key: string
      readonly kind: 'number' | 'percent'
      readonly least: number
      readonly most: number
      readonly whole?: true
      /** May be left empty. */
      readonly optional?: true
    }
  | { readonly key: string; readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly key: string; readonly kind: 'numbers'; readonly count: number }
  /** A line for each entry, its parts with spaces between; nothing typed is `empty`. */
  | { readonly key: string; readonly kind: 'rows'; readonly columns: readonly Column[]; readonly empty: null | [] }

export type Column = { readonly name: string; readonly kind: 'day' | 'moment' | 'amount' | 'tier' }

/** What stands in the form, as it was typed. */
export type Typed = Readonly<Record<string, string>>

const number = (least: number, most: number, more: { whole?: true; optional?: true } = {}): readonly Field[] => [
  { key: 'value', kind: 'number', least, most, ...more },
]
const percent: readonly Field[] = [{ key: 'value', kind: 'percent', least: 0, most: 100 }]
const choice = (...choices: readonly string[]): readonly Field[] => [{ key: 'value', kind: 'choice', choices }]
const numbers = (count: number): readonly Field[] => [{ key: 'value', kind: 'numbers', count }]
const rows = (empty: null | [], ...columns: readonly Column[]): readonly Field[] => [
  { key: 'value', kind: 'rows', columns, empty },
]
const people: Column = { name: 'people', kind: 'amount' }
const ofTier: Column = { name: 'tier', kind: 'tier' }

const duration: readonly Field[] = [
  { key: 'distribution', kind: 'choice', choices: distributions },
  { key: 'meanMinutes', kind: 'number', least: 0, most: 5_256_000 },
  { key: 'cv', kind: 'number', least: 0, most: 20, optional: true },
]

/** In order: the first that fits the place counts. The server has the last word on limits. */
const forms: readonly (readonly [RegExp, readonly Field[]])[] = [
  [/^arrivals[.]perHour$/, number(0, 100_000, { optional: true })],
  [/^arrivals[.]weekdays$/, numbers(7)],
  [/^arrivals[.]hours$/, numbers(24)],
  [/^arrivals[.]enrollmentsPerUser$/, number(0, 20)],
  [/^arrivals[.]/, number(0, 10_000)],
  [/[.]agents$/, number(0, 10_000, { whole: true, optional: true })],
  [/[.]hoursPerWeek$/, number(0, 168)],
  [/[.]passOn$/, [{ key: 'value', kind: 'percent', least: 0, most: 100, optional: true }]],
  [/[.]availability$|[.]foundBy[.]|^sendBack$/, percent],
  [
    /^patience$/,
    [
      { key: 'distribution', kind: 'choice', choices: ['none', ...distributions] },
      { key: 'meanMinutes', kind: 'number', least: 0, most: 5_256_000, optional: true },
      { key: 'cv', kind: 'number', least: 0, most: 20, optional: true },
    ],
  ],
  [/[.]work$|^[a-zA-Z]+Minutes$/, duration],
  [/^causes[.]count$/, number(1, 10_000, { whole: true })],
  [/^causes[.]zipf$/, number(0, 5)],
  [/^priorities$/, numbers(4)],
  [
    /^learning$/,
    [
      { key: 'learning', kind: 'choice', choices: ['on', 'off'] },
      { key: 'perLesson', kind: 'percent', least: 0, most: 100, optional: true },
      { key: 'most', kind: 'percent', least: 0, most: 100, optional: true },
    ],
  ],
  [/[.]lessons$/, number(0, 50, { whole: true })],
  [/[.]notCertified$/, rows(null, { name: 'from', kind: 'day' }, people)],
  [
    /^training[.]planned$/,
    rows(null, ofTier, { name: 'starts', kind: 'moment' }, { name: 'minutes', kind: 'amount' }, people),
  ],
  [
    /^training[.]retraining$/,
    rows([], ofTier, people, { name: 'from', kind: 'day' }, { name: 'until', kind: 'day' }),
  ],
  [/^training[.]retrainMinutes$/, number(0, 1440)],
  [/^bridge[.]optional$/, percent],
  [/^bridge[.]adHocPerWeek$/, number(0, 50)],
  [/^bridge[.]adHocMinutes$/, number(1, 480)],
  [/^bridge[.]held$/, choice('yes', 'no')],
  [/^bridge[.]minutesPerItem$/, number(1, 480)],
  [/^hours$/, choice('plan', 'always')],
  [/^queue$/, choice('due', 'first-come')],
  [
    /^horizon$/,
    [
      { key: 'hours', kind: 'number', least: 1, most: 200_000, optional: true },
      { key: 'warmUpHours', kind: 'number', least: 0, most: 200_000, optional: true },
    ],
  ],
  [/^replications$/, number(1, 10_000, { whole: true })],
  [/^seed$/, number(0, Number.MAX_SAFE_INTEGER, { whole: true })],
]

export function fieldsOf(place: string): readonly Field[] {
  return forms.find(([pattern]) => pattern.test(place))?.[1] ?? number(0, 1_000_000)
}

/** A value as the form shows it. */
export function typed(place: string, value: unknown): Typed {
  const fields = fieldsOf(place)
  if (place === 'learning' && value !== 'off') return { learning: 'on', ...typedParts(fields.slice(1), value) }
  if (place === 'learning') return { learning: 'off', perLesson: '', most: '' }
  if (place === 'patience' && value === null) return { distribution: 'none', meanMinutes: '', cv: '' }
  if (fields.length > 1) return typedParts(fields, value)
  const [field] = fields
  return field ? { value: typedOne(field, value) } : {}
}

function typedParts(fields: readonly Field[], value: unknown): Typed {
  return Object.fromEntries(
    fields.map((field) => [
      field.key,
      typedOne(field, (value as Readonly<Record<string, unknown>> | null)?.[field.key]),
    ]),
  )
}

function typedOne(field: Field, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field.kind === 'rows') return rowsTyped(field.columns, value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.join(' ')
  if (typeof value === 'number') return String(field.kind === 'percent' ? rounded(value * 100) : value)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

export type Fault = {
  readonly code: string
  readonly least?: number
  readonly most?: number
  readonly count?: number
}
export type Faults = Readonly<Record<string, Fault>>
export type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly faults: Faults }

/** What was typed, as the assumptions file would write it. A comma is a decimal point too. */
export function readTyped(place: string, text: Typed): Read {
  const fields = fieldsOf(place)
  const isOff = text['learning'] === 'off' || text['distribution'] === 'none'
  const asked = isOff ? fields.slice(0, 1) : fields
  const read = asked.map((field) => ({ key: field.key, ...readOne(field, text[field.key] ?? '') }))
  const faults = Object.fromEntries(
    read.flatMap(({ key, fault }) => (fault === undefined ? [] : [[key, fault] as const])),
  )
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  const parts = Object.fromEntries(read.map(({ key, value }) => [key, value]))
  if (place === 'learning')
    return { ok: true, value: isOff ? 'off' : { perLesson: parts['perLesson'] ?? 0, most: parts['most'] ?? 0 } }
  if (place === 'patience' && !isOff && parts['meanMinutes'] === null)
    return { ok: false, faults: { meanMinutes: { code: 'required' } } }
  if (isOff) return { ok: true, value: 'none' }
  if (place === 'horizon')
    return {
      ok: true,
      value: parts['hours'] === null ? null : { ...parts, warmUpHours: parts['warmUpHours'] ?? 0 },
    }
  if (fields.length === 1) return { ok: true, value: parts['value'] }
  return { ok: true, value: Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null)) }
}

type One = { readonly value?: unknown; readonly fault?: Fault }

function readOne(field: Field, text: string): One {
  const plain = text.trim()
  if (field.kind === 'choice')
    return field.choices.join() === 'yes,no' ? { value: plain === 'yes' } : { value: plain }
  if (field.kind === 'numbers') {
    const values = plain.split(/[\s;]+/).map(numberIn)
    const fits =
      values.length === field.count && values.every((value) => value >= 0) && values.some((one) => one > 0)
    return fits ? { value: values } : { fault: { code: 'numbers', count: field.count } }
  }
  if (field.kind === 'rows') return readRows(field, plain)
  if (plain === '') return field.optional ? { value: null } : { fault: { code: 'required' } }
  const value = numberIn(plain)
  if (!(value >= field.least && value <= field.most) || (field.whole && !Number.isInteger(value)))
    return { fault: { code: field.whole ? 'whole' : 'between', least: field.least, most: field.most } }
  return { value: field.kind === 'percent' ? rounded(value / 100) : value }
}

function rowsTyped(columns: readonly Column[], value: unknown): string {
  return (value as readonly Readonly<Record<string, unknown>>[])
    .map((row) => columns.map(({ name }) => String(row[name])).join(' '))
    .join('\n')
}

function readRows({ columns, empty }: Extract<Field, { kind: 'rows' }>, text: string): One {
  if (text === '') return { value: empty }
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const read = lines.map((line) => line.trim().split(/\s+/))
  const fits = read.every(
    (parts) => parts.length === columns.length && columns.every(({ kind }, at) => isOf(kind, parts[at] ?? '')),
  )
  if (!fits) return { fault: { code: 'rows' } }
  const entry = (parts: readonly string[]) =>
    columns.map(({ name, kind }, at) => {
      const part = parts[at] ?? ''
      return [name, kind === 'amount' || kind === 'tier' ? numberIn(part) : part] as const
    })
  return { value: read.map((parts) => Object.fromEntries(entry(parts))) }
}

function isOf(kind: Column['kind'], part: string): boolean {
  if (kind === 'day') return /^\d{4}-\d\d-\d\d$/.test(part) && !Number.isNaN(Date.parse(part))
  if (kind === 'moment') return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(part) && !Number.isNaN(Date.parse(part))
  const value = numberIn(part)
  return kind === 'tier' ? Number.isInteger(value) && value >= 1 && value <= 9 : value >= 0 && value <= 10_000
}

function numberIn(text: string): number {
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

function rounded(value: number): number {
  return Number(value.toPrecision(10))
}
