import { tenantOf } from '#features/tenant/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { detections } from '../store/detections.ts'
import { type EnrollmentRead, lastEnrollmentRead, peopleFailing } from '../store/enrollments.ts'

export { countPeopleEnrolled, lastEnrolled, type PeopleEnrolled } from '../store/enrollments.ts'

/** How reading who has enrolled goes; null: no tenant is connected. Never asks Microsoft. */
export async function enrollmentReading(tx: Tx): Promise<null | Pick<EnrollmentRead, 'readAt' | 'failed'>> {
  if (!(await tenantOf(tx))) return null
  return (await lastEnrollmentRead(tx)) ?? { readAt: null, failed: null }
}

/** People whose enrollment failed lately and who have not enrolled since; null: nobody looks for that, or nobody could yet. */
export async function enrollmentsFailing(tx: Tx): Promise<Awaited<ReturnType<typeof peopleFailing>> | null> {
  const look = (await detections(tx)).find(({ kind }) => kind === 'enrollment-failure')
  return look?.workedAt ? peopleFailing(tx) : null
}

/** What was read is new for so long: Microsoft is not asked again, however often somebody wants to know. */
const newForMs = 60_000

/** Somebody does not want to wait for the next read. False: what is known is as new as it gets. */
export async function readEnrollmentsNow(tx: Tx): Promise<boolean> {
  const reading = await enrollmentReading(tx)
  if (!reading) throw new Refused({ code: 'no-tenant' })
  const { readAt, failed } = reading
  if (failed === null && readAt !== null && Date.parse(tx.now) - Date.parse(readAt) < newForMs) return false
  await askForEnrollments(tx)
  return true
}

export async function askForEnrollments(tx: Tx): Promise<void> {
  await enqueue(
    tx,
    'devices.read-enrollments',
    {},
    { key: `devices.read-enrollments:${tx.orgId}`, maxAttempts: 2 },
  )
}
