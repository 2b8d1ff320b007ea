import type { Jobs } from '#platform/jobs/enqueue.ts'

export const trainingJobs: Jobs = {}
/** When jobs begin by themselves, as cron lines. */
export const trainingSchedule: Readonly<Record<string, string>> = {}
