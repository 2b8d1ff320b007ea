import { withEntry } from '../../change.ts'
import { type Rule, spot } from '../../rule.ts'

const parts = ['enrollmentFailures', 'expiringCertificates', 'silentDevices', 'serviceIncidents'] as const
const hearers: ReadonlySet<string> = new Set(['tier', 'tier-lead', 'assignee'])

/** Nobody calls about what the machine finds: without a notice such a ticket lies there. */
export const rule: Rule = {
  code: 'detection-unheard',
  severity: 'warning',
  find: ({ process: { detection, notices, contactTier } }) =>
    parts.every((part) => detection[part] !== 'ticket') ||
    notices.some(({ moment, to }) => moment === 'opened' && hearers.has(to))
      ? []
      : [spot(['process', 'notices'], { tier: contactTier })],
  mend: (plan, { place }) => withEntry(plan, place, { moment: 'opened', to: 'tier', channel: 'desk' }),
}
