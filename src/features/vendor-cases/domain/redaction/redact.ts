import type { KnownPersonal } from './known-personal.ts'
import { learn } from './learnt.ts'
import { findPersonal } from './personal.ts'
import type { Personal, PersonalKind } from './personal-kinds.ts'
import { withoutSecrets } from './secrets.ts'
import type { Reading } from './things.ts'

/** One thing that is hidden, under the name that stands in its place. */
export type Hidden = Personal & {
  /** `User 1`, `Device 2`. */
  readonly standIn: string
  /** As it was written where it was first met; for whoever decides, never for the vendor. */
  readonly written: string
  readonly times: number
  readonly shown: boolean
}

export type Redaction = {
  readonly texts: readonly string[]
  readonly hidden: readonly Hidden[]
  readonly secrets: number
}

const names: Readonly<Record<PersonalKind, string>> = {
  name: 'User',
  address: 'Address',
  phone: 'Phone',
  device: 'Device',
  serial: 'Serial',
  imei: 'IMEI',
  network: 'Network address',
  account: 'Number',
  place: 'Place',
  id: 'ID',
}

/** A text, and how it is read where that is not as people write. */
export type ToRead = { readonly text: string; readonly reading: Reading }

/**
 * These texts without what belongs to people: the same thing has the same name in all of them, and as `before` in what goes along with
 * them. What is found in one, there or in `before`, is looked for in all. What `isShown` says is shown on purpose stays; secrets never stay.
 */
export function redact(
  texts: readonly (string | ToRead)[],
  known: KnownPersonal,
  isShown: (one: Personal) => boolean = () => false,
  before: readonly Hidden[] = [],
): Redaction {
  const seen = new Map(before.map((one) => [placeOf(one), one]))
  const counts = new Map<PersonalKind, number>()
  for (const { kind } of before) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  let secrets = 0
  const bare = texts.map((given) => {
    const { text, reading } = typeof given === 'string' ? { text: given, reading: 'prose' as const } : given
    const without = withoutSecrets(plain(text))
    secrets += without.removed
    return { text: without.text, reading }
  })
  const first = bare.map(({ text, reading }) => findPersonal(text, known, { reading }))
  const learnt = learn([...before, ...first.flat()])
  const clean = bare.map(({ text, reading }, index) => {
    let out = ''
    let done = 0
    const found = learnt.length === 0 ? first[index] : findPersonal(text, known, { reading, learnt })
    for (const { kind, value, at, written } of found ?? []) {
      const place = placeOf({ kind, value })
      const met = seen.get(place)
      const number = met ? 0 : (counts.get(kind) ?? 0) + 1
      if (!met) counts.set(kind, number)
      const one: Hidden = met
        ? { ...met, times: met.times + 1 }
        : { kind, value, written, times: 1, standIn: `${names[kind]} ${number}`, shown: isShown({ kind, value }) }
      seen.set(place, one)
      out += text.slice(done, at) + (one.shown ? written : `[${one.standIn}]`)
      done = at + written.length
    }
    return out + text.slice(done)
  })
  return { texts: clean, hidden: [...seen.values()], secrets }
}

const placeOf = ({ kind, value }: Personal) => `${kind} ${value}`

/** Without what cannot be seen and stands between the letters of a name, and with each accent on its letter. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
}
