import type { Jobs } from '#platform/jobs/enqueue.ts'
import { type DocumentPayload, makeDocument } from './documents/make-document.ts'

/** They take seconds each, so they run where nothing waits behind them. */
export const slowPlanJobs: Jobs = {
  'plan.make-document': (platform, payload: DocumentPayload) => makeDocument(platform, payload),
}
