import { organisationIds } from '#features/people/server/actions.ts'
import { tenantOf } from '#features/tenant/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { JobPayload, Jobs } from '#platform/jobs/enqueue.ts'
import { actJob } from './acting/act-job.ts'
import { expire } from './acting/ask.ts'
import { followJob } from './acting/follow-job.ts'
import { askOrganisation } from './context.ts'
import { detectionSchedule } from './detection/jobs.ts'
import { enrollmentJobs, enrollmentSchedule } from './enrollments/jobs.ts'
import { readEnrollmentsJob } from './enrollments/read-job.ts'
import { detectJob } from './detection/look.ts'
import type { DeviceServices } from './services.ts'
import { awaitingTooLong, forgetLocations } from './store/device-actions.ts'
import { readContextJob } from './read-context-job.ts'
import { readOrganisationJob } from './read-organisation-job.ts'

export const deviceJobs: Jobs = {
  ...enrollmentJobs,
  /** Certificates and service health of every organisation with a tenant, also while nobody looks. */
  'devices.read-organisations': async (platform) => {
    for (const orgId of await organisationIds(platform)) {
      await inOrganisation(platform, orgId, async (tx) => {
        if (await tenantOf(tx)) await askOrganisation(tx)
      })
    }
  },
}

/** Jobs that wait for Microsoft. */
export const slowDeviceJobs: Jobs = {
  'devices.read': readContextJob,
  'devices.read-organisation': readOrganisationJob,
  'devices.detect': detectJob,
  'devices.read-enrollments': readEnrollmentsJob,
}

/** Jobs about what the desk has Intune do; they speak with Microsoft. */
export function deviceActionJobs(services: DeviceServices): Jobs {
  return {
    'devices.act': actJob(services),
    'devices.follow-action': followJob(services),
    'devices.expire-action': (platform, { orgId, id }: JobPayload & { readonly id: string }) =>
      inOrganisation(platform, orgId, (tx) => expire(platform, tx, services, id)),
    /** Once an hour: what a lost job left behind, and places that are nobody's business any more. */
    'devices.tidy-actions': async (platform) => {
      for (const orgId of await organisationIds(platform)) {
        await inOrganisation(platform, orgId, async (tx) => {
          for (const { id } of await awaitingTooLong(tx)) await expire(platform, tx, services, id)
          await forgetLocations(tx)
        })
      }
    },
  }
}

/** When jobs begin by themselves, as cron lines. */
export const deviceSchedule: Readonly<Record<string, string>> = {
  'devices.read-organisations': '*/15 * * * *',
  ...detectionSchedule,
  ...enrollmentSchedule,
  'devices.tidy-actions': '41 * * * *',
}
