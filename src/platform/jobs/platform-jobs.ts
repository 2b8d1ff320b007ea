import { tidyFiles } from '../files/tidy-files.ts'
import type { Jobs } from './enqueue.ts'

/** Housekeeping of the plumbing, for all organisations at once. */
export const platformJobs: Jobs = {
  /** Live events last a day. Kept answers last two: promised is one. What was sent is kept for a quarter, for the send log. */
  'platform.forget': async ({ owner }) => {
    await owner.query(`delete from live_events where created_at < now() - interval '1 day'`)
    await owner.query(`delete from idempotency_keys where created_at < now() - interval '2 days'`)
    await owner.query(`delete from outbox where state = 'sent' and sent_at < now() - interval '90 days'`)
    await owner.query(`delete from heartbeats where seen_at < now() - interval '1 day'`)
  },
  'platform.tidy-files': (platform) => tidyFiles(platform),
}

export const platformSchedule = { 'platform.forget': '7,37 * * * *', 'platform.tidy-files': '23 2 * * *' } as const
