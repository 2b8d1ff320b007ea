import { organisationIds } from '#features/people/server/actions.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { tenantOf } from '#features/tenant/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { Jobs } from '#platform/jobs/enqueue.ts'
import { groupsEnrolling } from '../../domain/enrolling.ts'
import { isTimeToRead } from '../../domain/enrollments.ts'
import { lastEnrollmentRead } from '../store/enrollments.ts'
import { askForEnrollments } from './enrollments.ts'

export const enrollmentJobs: Jobs = {
  /** Every organisation with a tenant reads who has enrolled, each in a job of its own, when it is time. */
  'devices.read-all-enrollments': async (platform) => {
    for (const orgId of await organisationIds(platform)) {
      await inOrganisation(platform, orgId, async (tx) => {
        if (await isTime(tx)) await askForEnrollments(tx)
      })
    }
  },
}

async function isTime(tx: Tx): Promise<boolean> {
  if (!(await tenantOf(tx))) return false
  const [last, published] = [await lastEnrollmentRead(tx), await publishedPlan(tx)]
  const isEnrolling = published !== null && groupsEnrolling(published.document, tx.now).length > 0
  return isTimeToRead(last && { triedAt: last.triedAt, failed: last.failed !== null }, tx.now, isEnrolling)
}

export const enrollmentSchedule: Readonly<Record<string, string>> = {
  'devices.read-all-enrollments': '7,17,27,37,47,57 * * * *',
}
