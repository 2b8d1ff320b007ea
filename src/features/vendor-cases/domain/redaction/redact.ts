import type { KnownPersonal } from './known-personal.ts'
import { findPersonal, type Personal, type PersonalKind } from './personal.ts'
import { withoutSecrets } from './secrets.ts'

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

/**
 * These texts without what belongs to people: the same thing has the same name in all of them, and as `before` in what goes along with
 * them. What `isShown` says is shown on purpose stays; secrets never stay.
 */
export function redact(
  texts: readonly string[],
  known: KnownPersonal,
  isShown: (one: Personal) => boolean = () => false,
  before: readonly Hidden[] = [],
): Redaction {
  const seen = new Map(before.map((one) => [placeOf(one), one]))
  const counts = new Map<PersonalKind, number>()
  for (const { kind } of before) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  let secrets = 0
  const clean = texts.map((given) => {
    const bare = withoutSecrets(plain(given))
    secrets += bare.removed
    let out = ''
    let done = 0
    for (const { kind, value, at, written } of findPersonal(bare.text, known)) {
      const place = placeOf({ kind, value })
      const met = seen.get(place)
      const number = met ? 0 : (counts.get(kind) ?? 0) + 1
      if (!met) counts.set(kind, number)
      const one: Hidden = met
        ? { ...met, times: met.times + 1 }
        : { kind, value, written, times: 1, standIn: `${names[kind]} ${number}`, shown: isShown({ kind, value }) }
      seen.set(place, one)
      out += bare.text.slice(done, at) + (one.shown ? written : `[${one.standIn}]`)
      done = at + written.length
    }
    return out + bare.text.slice(done)
  })
  return { texts: clean, hidden: [...seen.values()], secrets }
}

const placeOf = ({ kind, value }: Personal) => `${kind} ${value}`

/** Without what cannot be seen and stands between the letters of a name, and with each accent on its letter. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
}
