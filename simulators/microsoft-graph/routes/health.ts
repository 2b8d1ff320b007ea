import { capitalised } from '../faults/odd-values.ts'
import { type Answer, type Call, json } from '../http/call.ts'
import { comparisons } from '../http/odata-filter.ts'
import { filtered, type Item, page } from '../http/pages.ts'
import { badRequest, notFound } from '../http/problems.ts'
import type { Route } from '../http/routes.ts'
import { type HealthIssueRecord, services } from '../tenant/service-health.ts'
import type { World } from '../world.ts'

const announcement = '/admin/serviceAnnouncement'
const usual = {
  area: 'health',
  limited: 'service-health',
  needs: ['ServiceHealth.Read.All'],
  method: 'GET',
} as const

export const healthRoutes: readonly Route[] = [
  { ...usual, path: `${announcement}/healthOverviews`, answer: overviews },
  { ...usual, path: `${announcement}/healthOverviews/:service`, answer: overview },
  { ...usual, path: `${announcement}/issues`, answer: issues },
  { ...usual, path: `${announcement}/issues/:id`, answer: issue },
  { ...usual, path: `${announcement}/issues/:id/incidentReport`, answer: report },
]

/** Microsoft writes states in both spellings: every second issue has the other. */
function spelled(world: World, one: HealthIssueRecord, index: number): Item {
  const isOdd = world.faults.isOn('odd-values')
  if (!isOdd && index % 2 === 0) return one
  return {
    ...one,
    status: isOdd && index % 3 === 0 ? 'TelemetryPaused' : capitalised(one.status),
    classification: isOdd ? capitalised(one.classification) : one.classification,
    origin: isOdd ? capitalised(one.origin) : one.origin,
  }
}

function all(world: World): Item[] {
  const now = world.clock.now()
  return world.tenant.healthIssues
    .filter(({ startDateTime }) => Date.parse(startDateTime) <= now)
    .map((one, index) => spelled(world, one, index))
}

function overviewOf(world: World, [id, service]: readonly [string, string], isExpanded: boolean): Item {
  const open = world.tenant.healthIssues.filter(
    (one) => one.service === service && !one.isResolved && Date.parse(one.startDateTime) <= world.clock.now(),
  )
  const status = open.find(({ classification }) => classification === 'incident')?.status ?? open[0]?.status
  return {
    id,
    service,
    status: status ?? 'serviceOperational',
    ...(isExpanded ? { issues: all(world).filter((one) => one['service'] === service) } : {}),
  }
}

function overviews(call: Call, world: World): Answer {
  const isExpanded = call.query.get('$expand') === 'issues'
  const list = services.map((one) => overviewOf(world, one, isExpanded))
  return page(world, call, list, {
    size: 100,
    most: 100,
    count: false,
    bySkip: true,
    context: 'admin/serviceAnnouncement/healthOverviews',
  })
}

function overview(call: Call, world: World): Answer {
  const found = services.find((names) => names.some((name) => name === call.at['service']))
  return found
    ? json(overviewOf(world, found, call.query.get('$expand') === 'issues'))
    : notFound(world, 'health', call.at['service'] ?? '')
}

function issues(call: Call, world: World): Answer {
  const found = filtered(all(world), call.query.get('$filter'), (filter) =>
    comparisons(filter).every(({ field }) =>
      [
        'service',
        'isResolved',
        'classification',
        'status',
        'startDateTime',
        'endDateTime',
        'lastModifiedDateTime',
        'id',
        'feature',
        'origin',
      ].includes(field),
    ),
  )
  if (found.outcome === 'not-understood') return badRequest(world, 'The query is not supported.')
  const isIgnored = call.query.has('$filter') && world.faults.strikes('filters')
  return page(world, call, isIgnored ? all(world) : found.items, {
    size: 100,
    most: 1000,
    count: false,
    bySkip: true,
    context: 'admin/serviceAnnouncement/issues',
  })
}

function issue(call: Call, world: World): Answer {
  const found = all(world).find(({ id }) => id === call.at['id'])
  return found ? json(found) : notFound(world, 'health', call.at['id'] ?? '')
}

function report(call: Call, world: World): Answer {
  const found = world.tenant.healthIssues.find(({ id }) => id === call.at['id'])
  if (!found) return notFound(world, 'health', call.at['id'] ?? '')
  return {
    status: 200,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: Buffer.from(`Report of ${found.id}: ${found.title}`),
  }
}
