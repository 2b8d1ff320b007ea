import type { Jobs } from '#platform/jobs/enqueue.ts'

export const triageJobs: Jobs = {}
/** When jobs begin by themselves, as cron lines. */
export const triageSchedule: Readonly<Record<string, string>> = {}
