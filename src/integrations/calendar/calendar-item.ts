/** A moment: ISO 8601, UTC, milliseconds. */
type Instant = string

export const calendarMethods = ['REQUEST', 'CANCEL'] as const
export type CalendarMethod = (typeof calendarMethods)[number]

export const calendarAnswers = ['accepted', 'declined', 'tentative'] as const
/** What an attendee said. */
export type CalendarAnswer = (typeof calendarAnswers)[number]

/** Something in the calendar of one attendee: what we tell them about it. Everything is JSON, so that it can wait in the outbox. */
export type CalendarItem = {
  readonly method: CalendarMethod
  /** The same for as long as the thing exists. */
  readonly uid: string
  /** Never lower than what was sent before under this uid. */
  readonly sequence: number
  /** When this was decided. */
  readonly stamp: Instant
  readonly title: string
  readonly description: string
  readonly place: string | null
  /** An http or https address; any other is left out. */
  readonly link: string | null
  /** IANA. Times stay the same on this zone's clocks when the clocks change. */
  readonly timeZone: string
  readonly when: CalendarTime
  /** Shown beside the address that the mail is sent from. */
  readonly organiserName: string
  readonly attendee: {
    readonly name: string
    readonly address: string
    readonly required: boolean
    readonly answer: CalendarAnswer | null
  }
}

/** Once, or weekly with exceptions. For a series, `starts` and `ends` are those of its first occurrence. */
export type CalendarTime = {
  readonly starts: Instant
  readonly ends: Instant
  readonly weekly: null | {
    /** 1 is Monday. */
    readonly days: readonly number[]
    /** The beginning of the last occurrence. */
    readonly until: Instant
    /** Beginnings of those that do not take place. */
    readonly except: readonly Instant[]
    /** Those that take place at another time: `was` is when the series has them. */
    readonly moved: readonly { readonly was: Instant; readonly starts: Instant; readonly ends: Instant }[]
  }
}
