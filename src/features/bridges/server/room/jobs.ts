import { inOrganisation } from '#platform/database/transaction.ts'
import type { JobPayload, Jobs } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import { watchPresence } from './presence.ts'

type OfMeeting = JobPayload & { readonly meetingId: string }

export const roomJobs: Jobs = {
  'bridges.presence': (platform: Platform, { orgId, meetingId }: OfMeeting) =>
    inOrganisation(platform, orgId, (tx) => watchPresence(tx, meetingId)),
}
