import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Language } from '#features/people/domain/person.ts'
import type { DeviceContext } from '#features/devices/domain/context.ts'
import { contextOf } from '#features/devices/server/actions.ts'
import { failureText, snapshotText } from '#features/devices/domain/snapshot-text.ts'
import { findCodes } from '#features/knowledge/domain/codes.ts'
import { issueIndex } from '#features/knowledge/server/actions.ts'
import type { EvidenceItem } from '#features/plan/domain/document/process.ts'
import { evidenceFor } from '#features/plan/domain/lookup.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { EvidenceFound, FoundItem } from '../contract/evidence-found.ts'
import { deviceLines } from '../domain/device-lines.ts'
import type { TicketEvent } from '../domain/events.ts'
import type { Ticket } from '../domain/ticket.ts'
import { readTicket } from './actions.ts'
import type { EvidenceServices } from './evidence-services.ts'
import { type EarlierTicket, earlierOf } from './store/earlier-tickets.ts'

type Known = {
  readonly platform: Ticket['platform']
  readonly language: Language
  readonly events: readonly TicketEvent[]
  readonly context: DeviceContext | null
  readonly earlier: readonly EarlierTicket[]
  readonly tried: { readonly text: string; readonly at: string } | null
}

/** What the machine can fill in of whatever evidence the plan may still ask of this ticket. */
export async function evidenceFound(
  platform: Platform,
  tx: Tx,
  actor: PersonActor,
  services: EvidenceServices,
  { ticketId, language }: { readonly ticketId: string; readonly language: Language },
): Promise<EvidenceFound> {
  const { ticket, events, number } = await readTicket(tx, actor, ticketId)
  const [{ document: plan }, context, earlier, tried, issueIds, index] = await Promise.all([
    planVersion(tx, ticket.planVersionId),
    contextOf(tx, ticket.requesterId),
    earlierOf(tx, ticket.requesterId, number),
    services.stepsTried(platform, tx, ticketId, language),
    services.issuesTried(tx, ticketId),
    issueIndex(platform, tx),
  ])
  const items = plan.process.edges.flatMap((edge) => evidenceFor(edge, ticket.category, ticket.platform))
  const known = { platform: ticket.platform, language, events, context, earlier, tried }
  const found = items.flatMap((item) => {
    const one = foundFor(item, known)
    return one && (one.value !== '' || one.failed !== null) ? [{ key: item.key, ...one }] : []
  })
  const asks = issueIds.flatMap((id) => {
    const issue = index.byId(id)
    return issue && issue.evidence.length > 0
      ? [{ issueId: id, symptom: issue.symptom, items: issue.evidence.map((one) => ({ ...one })) }]
      : []
  })
  return { found: found.filter((one, at) => found.findIndex(({ key }) => key === one.key) === at), asks }
}

type Found = Omit<FoundItem, 'key'>

function foundFor({ kind, filledBy }: EvidenceItem, known: Known): Found | null {
  if (kind === 'screenshot' || kind === 'log' || kind === 'choice') return null
  if (kind === 'code') return codesFound(known) ?? (filledBy === 'enrollment-failure' ? reasonFound(known) : null)
  switch (filledBy) {
    case 'codes-in-text':
      return codesFound(known)
    case 'device-snapshot':
      return kind === 'text' ? devicesFound(known) : snapshotFound(known)
    case 'enrollment-failure':
      return failureFound(known)
    case 'earlier-tickets':
      return earlierFound(known)
    case null:
      if (kind === 'device-snapshot') return snapshotFound(known)
      return kind === 'steps-tried' ? checksFound(known) : null
  }
}

const inTicket = { readAt: null, failed: null }

function codesFound({ events }: Known): Found | null {
  const texts = events.flatMap(({ fact }) =>
    'words' in fact && fact.type !== 'diagnosed' ? Object.values(fact.words) : [],
  )
  const found = texts.flatMap((text) => findCodes(text))
  const once = found.filter((one, index) => found.findIndex(({ code }) => code === one.code) === index)
  if (once.length === 0) return null
  return { ...inTicket, source: 'codes-in-text', value: once.map(({ written }) => written).join(', ') }
}

function snapshotFound({ context, language }: Known): Found | null {
  if (!context) return null
  const { readAt, failed } = context.devices
  return {
    source: 'device-snapshot',
    value: snapshotText(context, language),
    readAt,
    failed: failed?.code ?? null,
  }
}

/** Where a person would type which device it is: a line for each that it may be. */
function devicesFound({ context, language, platform }: Known): Found | null {
  if (!context) return null
  const { value, readAt, failed } = context.devices
  const lines = deviceLines(value ?? [], platform, language)
  return { source: 'device-snapshot', value: lines.join('\n'), readAt, failed: failed?.code ?? null }
}

function failureFound({ context, language }: Known): Found | null {
  if (!context) return null
  const { readAt, failed } = context.enrollmentFailures
  return {
    source: 'enrollment-failure',
    value: failureText(context, language),
    readAt,
    failed: failed?.code ?? null,
  }
}

/** Where no code was written anywhere: what Intune calls the failure. */
function reasonFound({ context }: Known): Found | null {
  if (!context) return null
  const { value, readAt, failed } = context.enrollmentFailures
  const [latest] = value ?? []
  const code = latest?.reason ?? latest?.category ?? ''
  return { source: 'enrollment-failure', value: code, readAt, failed: failed?.code ?? null }
}

function earlierFound({ earlier }: Known): Found | null {
  if (earlier.length === 0) return null
  const lines = earlier.map(({ number, subject, openedAt, rootCause }) => {
    const cause = rootCause === null ? '' : `: ${rootCause}`
    return `T-${number} (${openedAt.slice(0, 10)}) ${subject}${cause}`
  })
  return { ...inTicket, source: 'earlier-tickets', value: lines.join('\n') }
}

function checksFound({ tried }: Known): Found | null {
  return tried && { source: 'checks', value: tried.text, readAt: tried.at, failed: null }
}
