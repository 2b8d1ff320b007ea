import type { Jobs } from '#platform/jobs/enqueue.ts'

export const knowledgeJobs: Jobs = {}
/** When jobs begin by themselves, as cron lines. */
export const knowledgeSchedule: Readonly<Record<string, string>> = {}
