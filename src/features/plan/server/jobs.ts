import type { JobPayload, Jobs } from '#platform/jobs/enqueue.ts'
import { checkLinks } from './check-links.ts'
import { type DocumentPayload, makeDocument } from './documents/make-document.ts'

/** They take seconds or minutes each, so they run where nothing waits behind them. */
export const slowPlanJobs: Jobs = {
  'plan.check-links': (platform, payload: JobPayload) => checkLinks(platform, payload),
  'plan.make-document': (platform, payload: DocumentPayload, jobTry) => makeDocument(platform, payload, jobTry),
}
