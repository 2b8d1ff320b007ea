import type { Instant } from '#features/people/domain/instant.ts'
import { firstConfirmed, issueIndex } from '#features/knowledge/server/actions.ts'
import type { IssueIndex } from '#features/knowledge/domain/issue-index.ts'
import { hoursOf } from '#features/plan/domain/lookup.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { supportMinutesBetween } from '#features/plan/domain/support-hours.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { type DiagnosedTicket, diagnosedSince } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import type { ShiftLeft } from '../contract/shift-left.ts'
import { type FoundTicket, shiftLeft } from '../domain/shift-left.ts'
import { allCauses, type StoredCause } from './store/causes.ts'

/** As far back as is looked, and the most that is looked at: what is older teaches little of today's desk. */
const days = 366
const mostTickets = 20_000
const mostCauses = 100

/** What knowing a cause is worth at this desk, from its tickets' events. */
export async function shiftLeftOf(platform: Platform, tx: Tx, wave: string | null): Promise<ShiftLeft> {
  const plan = await publishedPlan(tx)
  if (!plan) throw new Refused({ code: 'no-published-plan' })
  const { contactTier } = plan.document.process
  const since = new Date(Date.parse(tx.now) - days * 86_400_000).toISOString()
  const [rows, causes, index] = await Promise.all([
    diagnosedSince(tx, { since, contactTier, most: mostTickets }),
    allCauses(tx),
    issueIndex(platform, tx),
  ])
  const causeOf = new Map(causes.flatMap(({ id, ticketIds }) => ticketIds.map((ticket) => [ticket, id] as const)))
  const tickets = rows.map((row) => foundTicket(plan.document, row, causeOf.get(row.id) ?? null))
  const confirmed = await firstConfirmed(tx, [...new Set(rows.flatMap(({ issueId }) => issueId ?? []))])
  const measured = shiftLeft(tickets, (about) => confirmedAt(about, confirmed), contactTier, wave)
  return {
    contactTier,
    since,
    overall: measured.overall,
    causes: measured.causes.slice(0, mostCauses).map(({ about, ...shift }) => ({
      ...shift,
      ...named(about, index, causes),
    })),
  }
}

function foundTicket(plan: SupportPlan, row: DiagnosedTicket, causeId: string | null): FoundTicket {
  const { id, number, wave, openedAt, issueId, tier, notedAt, diagnosedAt, appliedAt } = row
  const hours = hoursOf(plan, plan.process.targetHours)
  const about = [
    ...(issueId === null ? [] : [`issue:${issueId}`]),
    ...(causeId === null ? [] : [`cause:${causeId}`]),
  ]
  return {
    ...{ id, number, wave, openedAt, tier, notedAt, about },
    causeMinutes: supportMinutesBetween(hours, openedAt, diagnosedAt),
    resolveMinutes: appliedAt === null ? null : supportMinutesBetween(hours, openedAt, appliedAt),
  }
}

function confirmedAt(about: string, confirmed: ReadonlyMap<string, Instant>): Instant | null {
  return about.startsWith('issue:') ? (confirmed.get(about.slice('issue:'.length)) ?? null) : null
}

function named(
  about: string,
  index: IssueIndex,
  causes: readonly StoredCause[],
): Pick<ShiftLeft['causes'][number], 'kind' | 'id' | 'name'> {
  const id = about.slice(about.indexOf(':') + 1)
  if (about.startsWith('cause:')) {
    const title = causes.find((cause) => cause.id === id)?.title ?? id
    return { kind: 'cause', id, name: { nl: title, en: title } }
  }
  return { kind: 'issue', id, name: index.byId(id)?.symptom ?? { nl: id, en: id } }
}
