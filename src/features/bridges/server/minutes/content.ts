import { personsByIds } from '#features/people/server/actions.ts'
import { tierOf } from '#features/plan/domain/lookup.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import { ticketsNamed } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { MinutesContent } from '../../contract/minutes.ts'
import type { AgendaItem, Meeting } from '../../domain/meeting.ts'
import { attendance } from '../../domain/room/attendance.ts'
import type { RoomEvent } from '../../domain/room/events.ts'
import { notesText } from '../notes.ts'
import { agendaOf } from '../store/agenda.ts'
import { type Decided, decisionsOf, findDecision, findTask, type Task, tasksOf } from '../store/decided.ts'
import { eventsOf, findRoom } from '../store/room.ts'

/** The minutes of a meeting that has begun, as they stand now. */
export async function minutesContent(tx: Tx, meeting: Meeting, summary: string): Promise<MinutesContent> {
  const beganAt = meeting.beganAt ?? meeting.startsAt
  const [events, agenda, tasks, decisions, room, notes, { document: plan }] = await Promise.all([
    eventsOf(tx, meeting.id),
    agendaOf(tx, meeting.id),
    tasksOf(tx, meeting.id),
    decisionsOf(tx, meeting.id),
    findRoom(tx, meeting.id),
    notesText(tx, meeting.id),
    planVersion(tx, meeting.planVersionId),
  ])
  const came = attendance(meeting.quorum, events, beganAt, meeting.endedAt ?? tx.now)
  const [people, tickets] = await Promise.all([
    personsByIds(tx, [
      ...came.persons.map(({ personId }) => personId),
      ...tasks.map(({ ownerId }) => ownerId),
      ...decisions.map(({ by }) => by),
      ...[meeting.hostId, meeting.scribeId, room.waived?.by].filter((id) => typeof id === 'string'),
    ]),
    ticketsNamed(
      tx,
      [...agenda, ...tasks, ...decisions].flatMap(({ ticketId }) => ticketId ?? []),
    ),
  ])
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? '' })
  const number = (id: string | null) => (id === null ? null : (tickets.get(id)?.number ?? null))
  const present = came.persons.map(({ personId, seconds, tiers }) => ({
    ...{ ...named(personId), minutes: Math.max(1, Math.round(seconds / 60)), tiers },
  }))
  const reader = ({ id, name, minutes }: (typeof present)[number]) => ({ id, name, minutes })
  const { name, startsAt, endedAt, timeZone, hostId, scribeId } = meeting
  return {
    meeting: {
      ...{ name, startsAt, beganAt, endedAt, timeZone },
      ...{ host: hostId ? named(hostId) : null, scribe: scribeId ? named(scribeId) : null },
    },
    summary,
    tiers: came.tiers.map(({ tier, needed, enoughSeconds }) => ({
      ...{ tier, needed, name: tierOf(plan, tier)?.name ?? null, enoughMinutes: Math.round(enoughSeconds / 60) },
      came: present.filter(({ tiers }) => tiers.includes(tier)).map(reader),
    })),
    others: present.filter(({ tiers }) => tiers.length === 0).map(reader),
    minutes: Math.round((Date.parse(endedAt ?? tx.now) - Date.parse(beganAt)) / 60_000),
    quorumMinutes: Math.round(came.quorumSeconds / 60),
    withoutQuorum: room.waived && {
      ...{ by: named(room.waived.by), at: room.waived.at, reason: room.waived.reason },
    },
    items: await Promise.all(
      agenda.filter(wasLookedAt).map(async (item) => ({
        title: await titleOf(tx, item, (id) => tickets.get(id)?.subject ?? ''),
        ...{ ticket: number(item.ticketId), kind: item.kind, outcome: outcomeOf(item), boxMinutes: item.minutes },
        spentMinutes: Math.round(item.spentSeconds / 60),
        diagnosed: events.some((event) => isDiagnosisOf(event, item)),
      })),
    ),
    decisions: decisions.map((one: Decided) => ({
      ...{ kind: one.kind, what: one.what, ticket: number(one.ticketId), quorum: one.quorum },
      by: named(one.by).name,
    })),
    tasks: tasks.map((one: Task) => ({
      ...{ what: one.what, ticket: number(one.ticketId), due: one.due, owner: named(one.ownerId).name },
    })),
    notes,
  }
}

/** What came on the table or was put aside; what nobody got to is on the next agenda. */
function wasLookedAt({ spentSeconds, state }: AgendaItem): boolean {
  return spentSeconds > 0 || state === 'done' || state === 'parked' || state === 'on-table'
}

function outcomeOf({ state }: AgendaItem): MinutesContent['items'][number]['outcome'] {
  return state === 'waiting' || state === 'on-table' ? null : state
}

function isDiagnosisOf({ fact }: RoomEvent, { id }: AgendaItem): boolean {
  return fact.type === 'move-made' && fact.move === 'diagnose' && fact.itemId === id
}

async function titleOf(tx: Tx, item: AgendaItem, subjectOf: (id: string) => string): Promise<string> {
  if (item.ticketId) return subjectOf(item.ticketId)
  if (item.text) return item.text
  if (!item.followsId) return ''
  const [task, decision] = await Promise.all([findTask(tx, item.followsId), findDecision(tx, item.followsId)])
  return task?.what ?? decision?.what ?? ''
}
