import type { z } from 'zod'
import { personsByIds } from '#features/people/server/actions.ts'
import { ticketsNamed } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { AgendaItemView, MeetingView } from '../contract/answers.ts'
import type { AgendaItem, Meeting } from '../domain/meeting.ts'
import { noLinksOf } from './online/no-links.ts'

type Names = ReadonlyMap<string, { readonly id: string; readonly name: string }>

/** Meetings as everybody who works on support reads them. */
export async function meetingViews(
  tx: Tx,
  meetings: readonly Meeting[],
): Promise<readonly z.input<typeof MeetingView>[]> {
  const [names, noLinks] = await Promise.all([
    personsByIds(
      tx,
      meetings.flatMap(({ hostId, scribeId, called, cancelled }) =>
        [hostId, scribeId, called?.by, cancelled?.by].filter((id) => typeof id === 'string'),
      ),
    ),
    noLinksOf(tx, meetings),
  ])
  return meetings.map((meeting) => ({
    ...meetingView(meeting, names),
    noLink: noLinks.get(meeting.id) ?? null,
  }))
}

export async function meetingViewOf(tx: Tx, meeting: Meeting): Promise<z.input<typeof MeetingView>> {
  const [view] = await meetingViews(tx, [meeting])
  if (!view) throw new Error('A meeting was given and none came out')
  return view
}

function meetingView(meeting: Meeting, names: Names): Omit<z.input<typeof MeetingView>, 'noLink'> {
  const { called, cancelled, hostId, scribeId, planVersionId: _plan, ...plain } = meeting
  return {
    ...plain,
    quorum: [...plain.quorum],
    host: named(names, hostId),
    scribe: named(names, scribeId),
    called: called && { ...called, by: named(names, called.by) },
    cancelled: cancelled && { ...cancelled, by: named(names, cancelled.by) },
  }
}

/** What is on an agenda, with the tickets it is about. */
export async function itemViews(tx: Tx, items: readonly AgendaItem[]): Promise<z.input<typeof AgendaItemView>[]> {
  const [tickets, names] = await Promise.all([
    ticketsNamed(
      tx,
      items.flatMap(({ ticketId }) => ticketId ?? []),
    ),
    personsByIds(
      tx,
      items.flatMap(({ addedBy }) => addedBy ?? []),
    ),
  ])
  return items.map(({ ticketId, addedBy, why, ...item }) => ({
    ...item,
    why: Object.fromEntries(
      Object.entries(why).map(([key, value]) => [
        key,
        Array.isArray(value) ? [...value] : (value as string | number),
      ]),
    ),
    ticket: ticketOnAgenda(ticketId === null ? undefined : tickets.get(ticketId)),
    addedBy: named(names, addedBy),
  }))
}

type TicketNamed = NonNullable<ReturnType<Awaited<ReturnType<typeof ticketsNamed>>['get']>>

function ticketOnAgenda(ticket: TicketNamed | undefined): z.input<typeof AgendaItemView>['ticket'] {
  if (!ticket) return null
  const { requesterId: _requesterId, ...shown } = ticket
  return shown
}

function named(names: Names, id: string | null): { id: string; name: string } | null {
  const person = id === null ? undefined : names.get(id)
  return person ? { id: person.id, name: person.name } : null
}
