import type { SupportPlan } from '../../document/support-plan.ts'
import type { Text } from '../../document/text.ts'
import type { Place } from '../../check/finding.ts'
import { type Json, sameJson } from '../json.ts'
import { aroundChange } from './around-change.ts'
import { type Identity, movedAmong, pairUp } from './pairing.ts'
import { type PlanChange, planParts, type Word, type Words } from './plan-change.ts'

/** Where we are, and what the sentence is about there. */
export type At = {
  readonly place: Place
  readonly subject: Word
  readonly before: SupportPlan
  readonly after: SupportPlan
}

/** Tells how two values that differ differ. */
export type Differ<T> = (before: T, after: T, at: At) => readonly PlanChange[]

export const same = (one: unknown, other: unknown) => sameJson(one as Json, other as Json)
export const say = (key: string, values?: Words): Word => (values ? { say: key, values } : { say: key })
export const about = (what: string, values?: Words): Word => say(`changes.about.${what}`, values)
export const label = (name: string): Word => say(`changes.fields.${name}`)
export const nothing: Word = { say: 'changes.none' }
export const everything: Word = { say: 'changes.all' }
export const listOf = (words: readonly Word[], whenEmpty: Word = nothing): Word =>
  words.length === 0 ? whenEmpty : { list: words }

export function change(
  code: string,
  at: At,
  values: Words,
  side: PlanChange['side'] = 'after',
  place: Place = at.place,
): PlanChange {
  const part = planParts.find((one) => one === place[0]) ?? 'plan'
  return { part, code, place, side, values }
}

export function deeper(at: At, part: string | number, subject: Word = at.subject): At {
  return { ...at, place: [...at.place, part], subject }
}

/** Every part of an object has its own way of being told: a new field of the plan does not compile until it has one. */
export function parts<T extends object>(differs: { readonly [K in keyof T]-?: Differ<T[K]> }): Differ<T> {
  const names = Object.keys(differs) as (keyof T & string)[]
  // A version of before a field came has none: what may be null is null there.
  const of = <K extends keyof T>(value: T, name: K) => value[name] ?? (null as T[K])
  return (before, after, at) =>
    names.flatMap((name) => {
      const [old, now] = [of(before, name), of(after, name)]
      return same(old, now) ? [] : differs[name](old, now, deeper(at, name))
    })
}

/** For what another part tells along with its own. */
export const toldElsewhere: Differ<unknown> = () => []

/** One sentence of its own. */
export function sentence<T>(code: string, values: (before: T, after: T, at: At) => Words): Differ<T> {
  return (before, after, at) => [change(code, at, values(before, after, at))]
}

export function field<T>(name: string, word: (value: T, at: At) => Word): Differ<T> {
  return (before, after, at) => [
    change('field', at, {
      field: label(name),
      subject: at.subject,
      before: word(before, at),
      after: word(after, at),
    }),
  ]
}

/** A field that names what it is about by itself. */
export function setting<T>(name: string, word: (value: T) => Word): Differ<T> {
  return (before, after, at) => [
    change('setting', at, { field: label(name), before: word(before), after: word(after) }),
  ]
}

export const plain = (name: string) => field<string | number>(name, (value) => (value === '' ? nothing : value))
export const minutesOf = (name: string) => field<number>(name, (minutes) => ({ minutes }))
export const daysOf = (name: string) => setting<number>(name, (count) => say('rules.days', { count }))
export const chosen = (name: string, words: string) => field<string>(name, (value) => say(`${words}.${value}`))
export const teamOf = (name: string) => field<string>(name, (team) => ({ team }))
export const dayOf = (name: string) => field<string | null>(name, (day) => (day ? { day } : say('changes.noDay')))
export const shortName = field<string>('key', (quote) => ({ quote }))

/** A text in two languages; when only one changed, that one is shown, whatever the reader's language. */
export function textOf(name: string): Differ<Text> {
  return (before, after, at) => {
    const changed = (['nl', 'en'] as const).filter((language) => before[language] !== after[language])
    const [old, now] = aroundChange(before, after)
    const values = { field: label(name), subject: at.subject }
    const [language] = changed
    if (changed.length === 1 && language) {
      const quotes = { before: { quote: old[language] }, after: { quote: now[language] } }
      const only = { ...values, ...quotes, language: say(`languages.${language}`) }
      return [change('field-in-language', deeper(at, language), only)]
    }
    return [
      change('field', at, { ...values, before: { text: old, quoted: true }, after: { text: now, quoted: true } }),
    ]
  }
}

type List<T> = {
  readonly by: readonly Identity<T>[]
  /** What a sentence calls the entry; in `plan`, where it stands. */
  readonly subject: (entry: T, at: At, plan: SupportPlan) => Word
  readonly item: Differ<T>
  /** The sentences for an entry more or less; without, those of all lists. */
  readonly added?: (entry: T, at: At) => Told
  readonly removed?: (entry: T, at: At) => Told
}
export type Told = { readonly code: string; readonly values: Words }

/** Entries that are followed by what they are known by: added, gone, moved, or other than before. */
export function list<T>({ by, subject, item, added, removed }: List<T>): Differ<readonly T[]> {
  return (before, after, at) => {
    const pairing = pairUp(before, after, by)
    const called = (entry: T, plan: SupportPlan) => ({ subject: subject(entry, at, plan) })
    return [
      ...pairing.removed.map(({ entry, at: index }) => {
        const told = removed?.(entry, at) ?? { code: 'removed', values: called(entry, at.before) }
        return change(told.code, at, told.values, 'before', [...at.place, index])
      }),
      ...pairing.pairs.flatMap((pair) =>
        same(pair.before, pair.after)
          ? []
          : item(pair.before, pair.after, deeper(at, pair.to, subject(pair.after, at, at.after))),
      ),
      ...pairing.added.map(({ entry, at: index }) => {
        const told = added?.(entry, at) ?? { code: 'added', values: called(entry, at.after) }
        return change(told.code, at, told.values, 'after', [...at.place, index])
      }),
      ...movedAmong(pairing.pairs).map(({ after: entry, to }) => {
        const earlier = after[to - 1]
        const told = moved(subject(entry, at, at.after), earlier && subject(earlier, at, at.after))
        return change(told.code, at, told.values, 'after', [...at.place, to])
      }),
    ]
  }
}

/** Where an entry went in its list: behind another, or to the head. */
export const moved = (subject: Word, earlier: Word | undefined): Told =>
  earlier === undefined
    ? { code: 'moved-first', values: { subject } }
    : { code: 'moved-after', values: { subject, earlier } }

type Sentences<T> = {
  readonly more: (entries: readonly T[], at: At) => readonly Told[]
  readonly less: (entries: readonly T[], at: At) => readonly Told[]
  readonly order: (at: At) => Told
}

/** Values without a name of their own: what there is more and less of; else only their order differs. */
export function bag<T>({ more, less, order }: Sentences<T>): Differ<readonly T[]> {
  return (before, after, at) => {
    const { added, removed } = pairUp(before, after, [(entry) => JSON.stringify(entry)])
    const told = [
      ...(removed.length > 0
        ? less(
            removed.map((one) => one.entry),
            at,
          )
        : []),
      ...(added.length > 0
        ? more(
            added.map((one) => one.entry),
            at,
          )
        : []),
    ]
    return (told.length > 0 ? told : [order(at)]).map(({ code, values }) => change(code, at, values))
  }
}

/** The same with the sentences of all lists. */
export function bagOf<T>(name: string, word: (value: T, at: At) => Word): Differ<readonly T[]> {
  const told = (code: string) => (entries: readonly T[], at: At) => [
    {
      code,
      values: {
        field: label(name),
        subject: at.subject,
        items: listOf(entries.map((entry) => word(entry, at))),
      },
    },
  ]
  return bag({ more: told('more'), less: told('less'), order: (at) => inOrder(name, at) })
}

export const inOrder = (name: string, at: At): Told => ({
  code: 'order',
  values: { field: label(name), subject: at.subject },
})

export const byKey: Identity<{ readonly key: string }> = ({ key }) => key
export const byName: Identity<{ readonly name: Text }> = ({ name }) =>
  name.nl === '' && name.en === '' ? null : `${name.nl} / ${name.en}`
