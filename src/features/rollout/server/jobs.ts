import type { Jobs } from '#platform/jobs/enqueue.ts'

export const rolloutJobs: Jobs = {}
/** When jobs begin by themselves, as cron lines. */
export const rolloutSchedule: Readonly<Record<string, string>> = {}
