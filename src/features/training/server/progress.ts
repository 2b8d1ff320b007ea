import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Course } from '#features/plan/domain/document/training.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Progress } from '../domain/certificate.ts'
import { type AttemptRow, attemptsOf } from './store/attempts.ts'
import { practisedBy } from './store/certificates.ts'
import { attendedBy } from './store/sign-ups.ts'

export type Record = {
  readonly attended: Awaited<ReturnType<typeof attendedBy>>
  readonly attempts: readonly AttemptRow[]
  readonly practised: Awaited<ReturnType<typeof practisedBy>>
}

/** A practice ticket counts for a year: what one could do before that is no proof of what one can. */
const practiceMonths = 12

/** What these people attended, took and practised. */
export async function recordOf(tx: Tx, personIds: readonly string[]): Promise<Record> {
  const since = Temporal.Instant.from(tx.now)
    .toZonedDateTimeISO('UTC')
    .subtract({ months: practiceMonths })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 })
  const [attended, attempts, practised] = [
    await attendedBy(tx, personIds),
    await attemptsOf(tx, personIds),
    await practisedBy(tx, personIds, since),
  ]
  return { attended, attempts, practised }
}

/** Of one person and course: the last attendance after `since` (the last certificate), and the test that belongs to it. */
export function progressIn(
  record: Record,
  personId: string,
  course: Pick<Course, 'key' | 'tier'>,
  since: Instant | null,
): Progress & { readonly sessionId: string | null; readonly attemptId: string | null } {
  const last = record.attended
    .filter((one) => one.personId === personId && one.courseKey === course.key)
    .filter(({ attendedAt }) => since === null || attendedAt > since)
    .at(-1)
  const passed = record.attempts.find(
    (one) => one.personId === personId && one.sessionId === last?.sessionId && one.passed === true,
  )
  const practised = record.practised.find((one) => one.personId === personId && one.tier === course.tier)
  return {
    attendedAt: last?.attendedAt ?? null,
    sessionId: last?.sessionId ?? null,
    passedAt: passed?.handedInAt ?? null,
    attemptId: passed?.id ?? null,
    practised: practised?.count ?? 0,
  }
}
