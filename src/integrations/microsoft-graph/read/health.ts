import type { Instant } from '#platform/clock.ts'
import type { GraphClient } from '../graph-client.ts'
import { choice, flag, found, id, moment, quoted, type Raw, record, records, text } from './values.ts'

/** What Microsoft says is wrong with one of its services. */
export type HealthIssue = {
  readonly id: string
  readonly title: string
  readonly service: string | null
  /** `serviceDegradation`, `serviceInterruption`, `investigating`, `serviceRestored`, …, or as Microsoft says. */
  readonly status: string | null
  /** `incident` or `advisory`. */
  readonly classification: string | null
  readonly feature: string | null
  readonly impact: string | null
  readonly startedAt: Instant | null
  readonly updatedAt: Instant | null
  readonly resolved: boolean
  /** The newest last. HTML from outside: never shown without being cleaned. */
  readonly posts: readonly { readonly at: Instant | null; readonly html: string }[]
}

export type ServiceState = { readonly id: string; readonly service: string; readonly status: string | null }

/** What Microsoft calls its services in this tenant, and how each is. */
export async function serviceStates(graph: GraphClient, signal?: AbortSignal): Promise<readonly ServiceState[]> {
  const list = await graph.list('/admin/serviceAnnouncement/healthOverviews', signal ? { signal } : {})
  return found(
    list.map(record).map((raw) => {
      const named = text(raw['service'])
      return named === null
        ? null
        : { id: text(raw['id']) ?? named, service: named, status: choice(raw['status']) }
    }),
  )
}

/** What is going on with a service, by the name in `serviceStates`; for all of them where none is named. */
export async function openHealthIssues(
  graph: GraphClient,
  options: { readonly service?: string; readonly signal?: AbortSignal } = {},
): Promise<readonly HealthIssue[]> {
  const onlyOf = options.service === undefined ? '' : `service eq ${quoted(options.service)} and `
  const list = await graph.list('/admin/serviceAnnouncement/issues', {
    query: { $filter: `${onlyOf}isResolved eq false` },
    headers: { prefer: 'odata.maxpagesize=100' },
    limit: 2000,
    ...(options.signal && { signal: options.signal }),
  })
  return found(list.map((one) => healthIssue(record(one)))).filter(
    (issue) =>
      !issue.resolved &&
      (options.service === undefined || issue.service?.toLowerCase() === options.service.toLowerCase()),
  )
}

const closed = new Set([
  'servicerestored',
  'postincidentreviewpublished',
  'falsepositive',
  'resolved',
  'resolvedexternal',
  'mitigated',
  'mitigatedexternal',
])

function healthIssue(raw: Raw): HealthIssue | null {
  const issueId = id(raw['id'])
  if (issueId === null) return null
  const status = choice(raw['status'])
  return {
    id: issueId,
    title: text(raw['title']) ?? issueId,
    service: text(raw['service']),
    status,
    classification: choice(raw['classification']),
    feature: text(raw['feature']) ?? text(raw['featureGroup']),
    impact: text(raw['impactDescription']),
    startedAt: moment(raw['startDateTime']),
    updatedAt: moment(raw['lastModifiedDateTime']),
    resolved:
      flag(raw['isResolved']) ?? (moment(raw['endDateTime']) !== null || closed.has(status?.toLowerCase() ?? '')),
    posts: records(raw['posts'])
      .map((post) => ({
        at: moment(post['createdDateTime']),
        html: text(record(post['description'])['content']) ?? '',
      }))
      .toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? '')),
  }
}
