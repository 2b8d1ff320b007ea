import type { Jobs } from '#platform/jobs/enqueue.ts'

export const bridgeJobs: Jobs = {}
/** When jobs begin by themselves, as cron lines. */
export const bridgeSchedule: Readonly<Record<string, string>> = {}
