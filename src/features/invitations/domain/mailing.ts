import type { Instant } from '#features/people/domain/instant.ts'
import { endOf, type EntryContent } from './invitation.ts'

/** What is known of an entry that people were told of. */
export type KnownEntry = {
  /** Raised before anything is sent that overrules what was sent before; never lowered. */
  readonly sequence: number
  /** Whoever was sent this or a later sequence has this content. */
  readonly contentSequence: number
  /** The same for its time. */
  readonly timeSequence: number
  readonly content: EntryContent
  readonly attendees: readonly KnownAttendee[]
}

export type KnownAttendee = {
  readonly personId: string
  readonly address: string
  readonly required: boolean
  readonly state: 'invited' | 'withdrawn'
  /** Of the last mail they got about it. */
  readonly sequence: number
}

export type WantedAttendee = { readonly personId: string; readonly required: boolean }

export type Sending = {
  readonly personId: string
  readonly address: string
  readonly method: 'REQUEST' | 'CANCEL'
  readonly sequence: number
  readonly required: boolean
  /** For the words of the mail. */
  readonly why: 'invited' | 'changed' | 'not-wanted' | 'called-off'
  /** What they are told; what they knew, where it is withdrawn. */
  readonly content: EntryContent
}

export type Mailing = {
  readonly sequence: number
  readonly contentSequence: number
  readonly timeSequence: number
  readonly sendings: readonly Sending[]
  /** People who are no longer asked and cannot be told: they are disabled, or it is over. */
  readonly withdrawnSilently: readonly string[]
  /** It takes place at another time, so earlier answers say nothing any more. */
  readonly answersLapse: boolean
}

/**
 * What has to be sent to whom. `wanted` is what it is to be, null where it is called off. `addresses` has everybody who can be
 * told by mail. About what is over nobody gets mail any more.
 */
export function decideMailing(given: {
  readonly known: KnownEntry | null
  readonly wanted: EntryContent | null
  readonly attendees: readonly WantedAttendee[]
  readonly addresses: ReadonlyMap<string, string>
  readonly at: Instant
}): Mailing {
  const { known, wanted, addresses, at } = given
  const attendees = wanted === null ? [] : onePerPerson(given.attendees)
  const asked = new Set(attendees.map((one) => one.personId))
  const invited = new Map(
    (known?.attendees ?? []).flatMap((one) => (one.state === 'invited' ? [[one.personId, one] as const] : [])),
  )
  const before = new Map((known?.attendees ?? []).map((one) => [one.personId, one]))
  const isChanged = known !== null && wanted !== null && !isSame(known.content, wanted)
  const leaving = [...invited.values()].filter((one) => !asked.has(one.personId) || !addresses.has(one.personId))
  const told = leaving.filter((one) => known !== null && isAhead(known.content, at) && addresses.has(one.personId))
  const coming = attendees.filter((one) => addresses.has(one.personId))
  const isComing = wanted !== null && isAhead(wanted, at)
  // A series that was cut short is news to whoever has the rest of it in their calendar.
  const isNews = isComing || (isChanged && isAhead(known.content, at))
  const news = coming.filter((one) => {
    const earlier = invited.get(one.personId)
    if (earlier === undefined) return isComing
    return (
      isNews &&
      (isChanged ||
        earlier.required !== one.required ||
        earlier.address !== addresses.get(one.personId) ||
        earlier.sequence < (known?.contentSequence ?? 0))
    )
  })
  // Somebody who never heard of it can be told what everyone knows; all else has to overrule.
  const overrules = told.length > 0 || isChanged || news.some((one) => before.has(one.personId))
  const sequence = known === null ? 0 : known.sequence + (overrules ? 1 : 0)
  const answersLapse = isChanged && !isSame(known.content.time, wanted.time)
  return {
    sequence,
    contentSequence: isChanged ? sequence : (known?.contentSequence ?? 0),
    timeSequence: answersLapse ? sequence : (known?.timeSequence ?? 0),
    sendings: [
      ...told.map(
        (one): Sending => ({
          personId: one.personId,
          address: addresses.get(one.personId) ?? one.address,
          method: 'CANCEL',
          sequence,
          required: one.required,
          why: wanted === null ? 'called-off' : 'not-wanted',
          content: known?.content ?? absurd(),
        }),
      ),
      ...news.map(
        (one): Sending => ({
          ...one,
          address: addresses.get(one.personId) ?? '',
          method: 'REQUEST',
          sequence,
          why: invited.has(one.personId) ? 'changed' : 'invited',
          content: wanted ?? absurd(),
        }),
      ),
    ],
    withdrawnSilently: leaving.filter((one) => !told.includes(one)).map((one) => one.personId),
    answersLapse,
  }
}

function onePerPerson(attendees: readonly WantedAttendee[]): WantedAttendee[] {
  const people = new Map<string, WantedAttendee>()
  for (const { personId, required } of attendees) {
    people.set(personId, { personId, required: required || (people.get(personId)?.required ?? false) })
  }
  return [...people.values()]
}

const isAhead = (content: EntryContent, at: Instant): boolean => endOf(content.time) > at

/** The order of names in an object says nothing; that of a list does. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((value, index) => isSame(value, other[index]))
    )
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  const [left, right] = [Object.entries(one), new Map(Object.entries(other))]
  return (
    left.length === right.size && left.every(([name, value]) => right.has(name) && isSame(value, right.get(name)))
  )
}

function absurd(): never {
  throw new Error('Something is sent about nothing')
}
