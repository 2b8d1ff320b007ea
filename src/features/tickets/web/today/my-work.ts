import { queryOptions } from '@tanstack/react-query'
import type { TicketRow } from '../../contract/list.ts'
import { viewOf } from '../../domain/desk-views.ts'
import { ticketApi } from '../queries.ts'

/** What somebody has to do, the most urgent first: the first of the desk's view of that name. */
export const myWork = queryOptions({
  queryKey: ['tickets', 'list', 'my-work'],
  queryFn: ({ signal }) =>
    ticketApi('GET /api/v1/tickets', {
      query: { ...viewOf('to-do').filter, sort: 'due', direction: 'asc', limit: 100 },
      signal,
    }),
})

type MyDuty = TicketRow['myDuties'][number]

/** Others wait for the first of these; learning is for the next time. */
const order: readonly MyDuty['kind'][] = ['accept', 'contact', 'answer-question', 'investigate', 'take-note']

/** What I have to do on a ticket: what others wait for first. */
export function dutiesOfRow({ myDuties }: TicketRow): readonly MyDuty[] {
  return myDuties.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
}

const dueOf = (row: TicketRow) => dutiesOfRow(row)[0]?.dueAt ?? null

/** My work in the order in which it is due to me: what is missed comes first, what has no target last. */
export function inTurn(rows: readonly TicketRow[]): readonly TicketRow[] {
  return rows.toSorted((one, other) => (dueOf(one) ?? '9').localeCompare(dueOf(other) ?? '9'))
}

export function isLate(row: TicketRow, now: string): boolean {
  const due = dueOf(row)
  return due !== null && due <= now
}
