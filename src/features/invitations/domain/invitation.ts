import type { Instant } from '#features/people/domain/instant.ts'
import type { Language } from '#features/people/domain/person.ts'

/** What people are invited to. */
export const invitationKinds = ['bridge', 'training-session'] as const
export type InvitationKind = (typeof invitationKinds)[number]

type Texts = Readonly<Record<Language, string>>
/** A calendar day, `2026-12-01`. */
export type Day = string

/** What somebody has to be in the calendars of its attendees, as whoever calls the meeting wants it now. */
export type WantedInvitation = {
  readonly kind: InvitationKind
  /** What it is an invitation to, in the words of its feature; one invitation per kind and subject. At most 200 signs. */
  readonly subjectId: string
  readonly title: Texts
  readonly description: Texts
  /** A room. */
  readonly place: string | null
  /** Where one takes part. */
  readonly link: string | null
  /** IANA. A series stays at its time on this zone's clocks when they change. */
  readonly timeZone: string
  /**
   * Without `recurring`: when it takes place, each in the calendar by itself; `key` tells one from another for as long as it exists.
   * With `recurring`: those that take place at another time than the series says, `key` being the Instant at which the series
   * has them. Occurrences just as the series has them may stand here too: they say nothing new. One whose key is no occurrence
   * of the series comes on top of it.
   */
  readonly occurrences: readonly WantedOccurrence[]
  readonly recurring?: WantedSeries | undefined
  /** Whose name stands beside the desk's address; null: the desk's own. */
  readonly organiser: string | null
  readonly attendees: readonly { readonly personId: string; readonly required: boolean }[]
}

export type WantedOccurrence = { readonly key: string; readonly starts: Instant; readonly ends: Instant }

export type WantedSeries = {
  /** Days are 1 (Monday) to 7, times as the clock shows them, `10:00`. */
  readonly weekly: readonly { readonly day: number; readonly at: string }[]
  readonly lengthMinutes: number
  readonly from: Day
  /** The last day on which there may be one. */
  readonly until: Day
  /** Days without it, and Instants at which the series has one that is not held. */
  readonly except: readonly string[]
}

/** Once, or weekly with exceptions. Of a series, `starts` and `ends` are those of its first occurrence. */
export type EntryTime = {
  readonly starts: Instant
  readonly ends: Instant
  readonly weekly: null | {
    readonly days: readonly number[]
    /** The beginning of the last one. */
    readonly until: Instant
    /** Beginnings of those that do not take place. */
    readonly except: readonly Instant[]
    readonly moved: readonly { readonly was: Instant; readonly starts: Instant; readonly ends: Instant }[]
  }
}

/** One thing in a calendar, with an id of its own there. */
export type Entry = { readonly key: string; readonly time: EntryTime }

/** Everything about an entry that an attendee reads in their calendar. */
export type EntryContent = {
  readonly title: Texts
  readonly description: Texts
  readonly place: string | null
  readonly link: string | null
  readonly timeZone: string
  readonly organiserName: string
  readonly time: EntryTime
}

/** When the last of it is over. */
export function endOf({ ends, starts, weekly }: EntryTime): Instant {
  if (weekly === null) return ends
  const length = Date.parse(ends) - Date.parse(starts)
  const last = new Date(Date.parse(weekly.until) + length).toISOString()
  return [last, ...weekly.moved.map((moved) => moved.ends)].toSorted().at(-1) ?? last
}
