/** A moment: ISO 8601, UTC, milliseconds. The same text that the domain calls an Instant. */
export type Instant = string

/** The only source of "now" on the server, so that demo and tests can move time. */
export type Clock = { readonly now: () => Instant }

export const systemClock: Clock = { now: () => new Date().toISOString() }

export type MovableClock = Clock & {
  /** Moves to a moment, earlier or later. */
  readonly set: (at: Instant) => void
  readonly advance: (by: {
    days?: number
    hours?: number
    minutes?: number
    seconds?: number
    ms?: number
  }) => void
}

/** A clock that stands still until it is moved. */
export function movableClock(start: Instant): MovableClock {
  let at = milliseconds(start)
  return {
    now: () => new Date(at).toISOString(),
    set: (to) => {
      at = milliseconds(to)
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0 }) => {
      at += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms
    },
  }
}

function milliseconds(at: Instant): number {
  const parsed = Date.parse(at)
  if (Number.isNaN(parsed)) throw new RangeError(`Not an instant: ${at}`)
  return parsed
}
