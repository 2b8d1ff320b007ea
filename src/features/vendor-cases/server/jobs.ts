import type { Jobs } from '#platform/jobs/enqueue.ts'

export const vendorCaseJobs: Jobs = {}
/** When jobs begin by themselves, as cron lines. */
export const vendorCaseSchedule: Readonly<Record<string, string>> = {}
