import type { JobPayload, Jobs } from '#platform/jobs/enqueue.ts'
import { keepResult, playPartners, type ResultPayload } from './practice/play.ts'
import { tidyPractice } from './practice/tidy.ts'
import { lookAhead } from './retraining/ahead.ts'
import { warnOfEndings } from './warn.ts'

export const trainingJobs: Jobs = {
  'training.practise': (platform, payload: JobPayload & { readonly ticketId: string }) =>
    playPartners(platform, payload),
  'training.practice-result': (platform, payload: ResultPayload) => keepResult(platform, payload),
  'training.practice-tidy': (platform) => tidyPractice(platform),
  'training.retraining': (platform) => lookAhead(platform),
  'training.warn': (platform) => warnOfEndings(platform),
}
/** When jobs begin by themselves, as cron lines. */
export const trainingSchedule: Readonly<Record<string, string>> = {
  'training.practice-tidy': '41 2 * * *',
  'training.retraining': '27 5 * * *',
  // Before people begin to work, in most of Europe.
  'training.warn': '17 5 * * *',
}
