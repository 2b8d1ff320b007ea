import { personsByIds } from '#features/people/server/actions.ts'
import { issueOf } from '#features/tickets/domain/known-issue.ts'
import { type TicketOutcome, ticketOutcomes } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import type { CauseDetail, CauseView } from '../contract/causes.ts'
import { otherTicket } from './other-ticket.ts'
import { type StoredStep, stepsOf } from './store/cause-course.ts'
import { causesSince, findCause, type StoredCause } from './store/causes.ts'

/** Causes closed longer ago are left out of the list. */
const shownDays = 30

export async function causesShown(tx: Tx): Promise<readonly CauseView[]> {
  const since = new Date(Date.parse(tx.now) - shownDays * 86_400_000).toISOString()
  const causes = await causesSince(tx, since)
  const tickets = await ticketOutcomes(
    tx,
    causes.flatMap(({ ticketIds }) => ticketIds),
  )
  const people = await personsByIds(
    tx,
    causes.map(({ openedBy }) => openedBy),
  )
  return causes.map((cause) => viewOf(cause, membersAmong(cause, tickets), people.get(cause.openedBy)?.name ?? ''))
}

export async function causeShown(tx: Tx, id: string): Promise<CauseDetail> {
  const cause = await findCause(tx, id)
  if (!cause) throw new NotFound('cause')
  const members = membersAmong(cause, await ticketOutcomes(tx, cause.ticketIds))
  const steps = await stepsOf(tx, id)
  const people = await personsByIds(tx, [cause.openedBy, ...steps.flatMap(({ by }) => by ?? [])])
  const numbers = await ticketOutcomes(
    tx,
    steps.flatMap(({ ticketId }) => ticketId ?? []),
  )
  const found = new Set(cause.foundIds)
  return {
    ...viewOf(cause, members, people.get(cause.openedBy)?.name ?? ''),
    members: members.map((member) => ({ ...otherTicket(member), byTierwise: found.has(member.id) })),
    course: courseOf(steps, {
      name: (personId) => people.get(personId)?.name ?? '',
      number: (ticketId) => numbers.get(ticketId)?.number ?? null,
    }),
  }
}

/** What was done at one moment stands there as one. */
function courseOf(
  steps: readonly StoredStep[],
  as: {
    readonly name: (personId: string) => string
    readonly number: (ticketId: string) => number | null
  },
): CauseDetail['course'] {
  const course: CauseDetail['course'] = []
  for (const { at, by, what, ticketId, openTickets, reason } of steps) {
    const number = ticketId === null ? null : as.number(ticketId)
    const name = by === null ? null : as.name(by)
    const last = course.at(-1)
    if (last && number !== null && last.at === at && last.what === what && last.by === name)
      last.tickets.push(number)
    else course.push({ at, by: name, what, tickets: number === null ? [] : [number], open: openTickets, reason })
  }
  for (const { tickets } of course) tickets.sort((one, other) => one - other)
  return course
}

function membersAmong(
  { ticketIds }: StoredCause,
  tickets: ReadonlyMap<string, TicketOutcome>,
): readonly TicketOutcome[] {
  return ticketIds.flatMap((id) => tickets.get(id) ?? []).toSorted((one, other) => one.number - other.number)
}

function viewOf(cause: StoredCause, members: readonly TicketOutcome[], openedBy: string): CauseView {
  const { id, title, incident, openedAt, closedAt } = cause
  const open = members.filter(({ stage }) => stage !== 'closed').length
  return {
    id,
    title,
    incident,
    openedAt,
    openedBy,
    closedAt,
    tickets: members.length,
    open,
    found: foundBy(members),
  }
}

/** The first diagnosis among the members says it for all. */
function foundBy(members: readonly TicketOutcome[]): CauseView['found'] {
  const first = members
    .flatMap(({ id, number, diagnosis }) => (diagnosis ? [{ id, number, diagnosis }] : []))
    .toSorted((one, other) => (one.diagnosis.at < other.diagnosis.at ? -1 : 1))[0]
  if (!first) return null
  const { rootCause, solution, wordingForRequester, knownIssue, at } = first.diagnosis
  return {
    ticketId: first.id,
    number: first.number,
    ...{ rootCause, solution, wordingForRequester, at },
    issueId: issueOf(knownIssue),
  }
}
