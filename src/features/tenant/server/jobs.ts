import type { Jobs } from '#platform/jobs/enqueue.ts'

export const tenantJobs: Jobs = {}
/** When jobs begin by themselves, as cron lines. */
export const tenantSchedule: Readonly<Record<string, string>> = {}
