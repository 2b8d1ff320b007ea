import type { Jobs } from '#platform/jobs/enqueue.ts'

export const deviceJobs: Jobs = {}
/** When jobs begin by themselves, as cron lines. */
export const deviceSchedule: Readonly<Record<string, string>> = {}
