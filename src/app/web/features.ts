import { bridgePages } from '#features/bridges/web/routes.tsx'
import { forecastPages } from '#features/forecast/web/routes.tsx'
import { mailboxPages } from '#features/mailboxes/web/routes.tsx'
import { noticePages } from '#features/notices/web/routes.tsx'
import { peoplePages } from '#features/people/web/routes.tsx'
import { planPages } from '#features/plan/web/routes.tsx'
import { portalPages } from '#features/portal/web/routes.tsx'
import { rolloutPages } from '#features/rollout/web/routes.tsx'
import { ticketPages } from '#features/tickets/web/routes.tsx'
import { trainingPages } from '#features/training/web/routes.tsx'
import { tenantPages } from '#features/tenant/web/routes.tsx'
import { devicePages } from '#features/devices/web/routes.tsx'
import { triagePages } from '#features/triage/web/routes.tsx'
import { vendorCasePages } from '#features/vendor-cases/web/routes.tsx'
import { knowledgePages } from '#features/knowledge/web/routes.tsx'
import type { FeaturePages } from '#ui/pages/feature-pages.ts'

/** Every feature with pages; a feature exports its pages from `web/routes.tsx` and gets a line here. */
export const features: readonly FeaturePages[] = [
  portalPages,
  peoplePages,
  planPages,
  forecastPages,
  ticketPages,
  // Beside a ticket and on Today features stand in this order: what it may be, whose devices, who else is in it.
  triagePages,
  devicePages,
  vendorCasePages,
  bridgePages,
  knowledgePages,
  trainingPages,
  rolloutPages,
  mailboxPages,
  tenantPages,
  noticePages,
]
