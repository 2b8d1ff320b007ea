import type { Jobs } from '#platform/jobs/enqueue.ts'
import { remindOfCommitments } from './commitment-reminders.ts'
import { sendWaveMails } from './send-wave-mails.ts'

export const rolloutJobs: Jobs = {
  'rollout.remind': remindOfCommitments,
  'rollout.send-mails': sendWaveMails,
}
/** When jobs begin by themselves, as cron lines. */
export const rolloutSchedule: Readonly<Record<string, string>> = {
  'rollout.remind': '5 * * * *',
  'rollout.send-mails': '* * * * *',
}
