import type { Instant } from '#features/people/domain/instant.ts'
import { no, type Verdict, yes } from '../refusals.ts'

export type PastAttempt = {
  readonly sessionId: string | null
  readonly handedInAt: Instant | null
  readonly passed: boolean | null
}

export type Attended = { readonly sessionId: string; readonly attendedAt: Instant }

/** Time to read what was wrong before the next try. */
export const restMinutes = 60
/** Tries that one training session is good for; after them one attends again. */
export const triesPerTrainingSession = 3

/**
 * Whether somebody may take the test of a course, and which attendance opens it: the last one. Who failed rests for an hour, or
 * attends another training session.
 */
export function mayTakeTest(
  attended: readonly Attended[],
  attempts: readonly PastAttempt[],
  at: Instant,
): Verdict<{ readonly sessionId: string }> {
  const last = attended.toSorted((one, other) => (one.attendedAt < other.attendedAt ? 1 : -1))[0]
  if (!last) return no('test-needs-attendance')
  const own = attempts.filter(({ sessionId }) => sessionId === last.sessionId)
  if (own.some(({ passed }) => passed === true)) return no('test-passed-already')
  const failed = own
    .flatMap(({ passed, handedInAt }) => (passed === false && handedInAt ? [handedInAt] : []))
    .toSorted()
  if (failed.length >= triesPerTrainingSession) return no('test-needs-attendance')
  const lastFailed = failed.at(-1)
  if (lastFailed !== undefined) {
    const again = Date.parse(lastFailed) + restMinutes * 60_000
    if (Date.parse(at) < again) return no('test-rests', { until: new Date(again).toISOString() })
  }
  return yes({ sessionId: last.sessionId })
}
