import type { Instant } from '#features/people/domain/instant.ts'
import { fine, no, type Verdict } from '../refusals.ts'

export type WhenHeld = {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly cancelledAt: Instant | null
}

const minuteMs = 60_000
/** People come early; a trainer may note who came the day after. */
const beforeMinutes = 30
const listAfterMinutes = 24 * 60
const codeAfterMinutes = 60

/** How long a code that is shown in the room is good. */
export const codeMinutes = 15
/** Wrong codes that one person may type in `codeMinutes`. */
export const mostCodeTries = 5

export function mayNoteAttendance(trainingSession: WhenHeld, at: Instant): Verdict {
  return during(trainingSession, at, listAfterMinutes)
}

export function mayUseCode(trainingSession: WhenHeld, at: Instant): Verdict {
  return during(trainingSession, at, codeAfterMinutes)
}

function during({ startsAt, endsAt, cancelledAt }: WhenHeld, at: Instant, afterMinutes: number): Verdict {
  if (cancelledAt !== null) return no('session-cancelled')
  const now = Date.parse(at)
  const isOpen =
    now >= Date.parse(startsAt) - beforeMinutes * minuteMs && now <= Date.parse(endsAt) + afterMinutes * minuteMs
  return isOpen ? fine : no('attendance-not-open')
}

/** Six digits that are easily read from the back of the room, from random bytes: 24 bits, so that every code is as likely. */
export function codeFrom(bytes: readonly number[]): string {
  const number = bytes.reduce((sum, byte) => (sum * 256 + byte) % 4_294_967_296, 0)
  return String(number % 1_000_000).padStart(6, '0')
}

export function codeUntil(at: Instant): Instant {
  return new Date(Date.parse(at) + codeMinutes * minuteMs).toISOString()
}
