import type { Jobs } from '#platform/jobs/enqueue.ts'
import { remindOfCommitments } from './commitment-reminders.ts'
import { sendWaveMails, sendWaveMailsOf } from './send-wave-mails.ts'
import { warnOfWaves } from './wave-warnings.ts'

export const rolloutJobs: Jobs = {
  'rollout.remind': remindOfCommitments,
  'rollout.send-mails': sendWaveMails,
  'rollout.send-mails-of': sendWaveMailsOf,
  'rollout.warn-of-waves': warnOfWaves,
}
/** When jobs begin by themselves, as cron lines. */
export const rolloutSchedule: Readonly<Record<string, string>> = {
  'rollout.remind': '5 * * * *',
  'rollout.send-mails': '* * * * *',
  'rollout.warn-of-waves': '20 * * * *',
}
