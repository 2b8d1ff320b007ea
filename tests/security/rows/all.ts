import type { Row } from '../outcomes.ts'
import { bridgeRows } from './bridges.ts'
import { forecastRows } from './forecast.ts'
import { mailboxRows } from './mailboxes.ts'
import { noticeRows } from './notices.ts'
import { peopleRows } from './people.ts'
import { planRows } from './plan.ts'
import { fileRows, liveRows, openRows } from './platform.ts'
import { rolloutRows } from './rollout.ts'
import { knowledgeRows } from './knowledge.ts'
import { vendorCaseRows } from './vendor-cases.ts'
import { triageRows } from './triage.ts'
import { deviceRows } from './devices.ts'
import { tenantRows } from './tenant.ts'
import { portalRows, ticketRows } from './tickets.ts'
import { trainingRows } from './training.ts'

/** By the name of its route, as the contracts know it. */
export const allRows: Readonly<Record<string, Row>> = {
  ...openRows,
  ...peopleRows,
  ...noticeRows,
  ...planRows,
  ...forecastRows,
  ...ticketRows,
  ...portalRows,
  ...mailboxRows,
  ...bridgeRows,
  ...trainingRows,
  ...rolloutRows,
  ...knowledgeRows,
  ...vendorCaseRows,
  ...triageRows,
  ...deviceRows,
  ...tenantRows,
  ...fileRows,
  ...liveRows,
}
