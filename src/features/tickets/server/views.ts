import type { z } from 'zod'
import type { PersonActor } from '#features/people/domain/actor.ts'
import { personsByIds } from '#features/people/server/actions.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { filesById } from '#platform/files/files.ts'
import type { DeskTicket, RequesterTicket, TicketAnswer } from '../contract/ticket-view.ts'
import { allowedMoves } from '../domain/allowed-moves.ts'
import { dueMoments } from '../domain/clocks/due-moments.ts'
import { intervals } from '../domain/clocks/intervals.ts'
import { path } from '../domain/path.ts'
import { story } from '../domain/story.ts'
import type { Ticket } from '../domain/ticket.ts'
import { plainState, type RequesterEntry, requesterMoves, requesterStory } from '../domain/visibility.ts'
import type { Recorded } from './record.ts'
import { isStaff } from './staff.ts'
import { ticketNames } from './store/ticket-row.ts'

type Shown = Recorded & { readonly number: number }

/** The ticket as this person may see it, with the moves that they may make. `as` the requester: only what the portal shows. */
export async function viewFor(
  tx: Tx,
  actor: PersonActor,
  shown: Shown,
  as?: 'requester',
): Promise<z.input<typeof TicketAnswer>> {
  return isStaff(actor.roles) && as !== 'requester' ? deskView(tx, actor, shown) : requesterView(tx, actor, shown)
}

/** Everything about it, for those who work on it. */
export async function deskView(
  tx: Tx,
  actor: PersonActor,
  { ticket, events, number }: Shown,
): Promise<DeskTicket> {
  const { document: plan, number: planNumber } = await planVersion(tx, ticket.planVersionId)
  const told = story(events)
  const authors = events.flatMap(({ by }) => (by.kind === 'person' ? [by.personId] : []))
  const fileIds = [...told.flatMap((entry) => entry.files), ...ticket.evidence.flatMap((item) => item.files)]
  const linkedIds = ticket.links.map((link) => link.ticketId)
  const [people, files, linked] = await Promise.all([
    peopleIn(tx, [...authors, ...peopleOn(ticket)]),
    filesIn(tx, fileIds),
    ticketNames(tx, linkedIds),
  ])
  return {
    view: 'desk',
    number,
    planNumber,
    ticket: ticket as DeskTicket['ticket'],
    people,
    files,
    story: told.map((entry) => ({ ...entry, texts: [...entry.texts], files: [...entry.files] })),
    path: path(plan, events, tx.now) as DeskTicket['path'],
    targets: dueMoments(plan, events, tx.now).map((due) => ({ ...due, spent: [...due.spent] })),
    intervals: [...intervals(events)],
    linked: Object.fromEntries(linked.map(({ id, ...named }) => [id, named])),
    allowedMoves: allowedMoves(plan, ticket, actor, tx.now).map((one) => ({ ...one })),
  }
}

/** Plain words, and nothing that was meant for those who work on it. */
export async function requesterView(
  tx: Tx,
  actor: PersonActor,
  { ticket, events, number }: Shown,
): Promise<RequesterTicket> {
  const { document: plan } = await planVersion(tx, ticket.planVersionId)
  const told = requesterStory(events)
  const authors = told.flatMap(({ by }) => (by.kind === 'person' ? [by.personId] : []))
  const [people, files] = await Promise.all([
    peopleIn(tx, authors),
    filesIn(
      tx,
      told.flatMap((entry) => ('files' in entry ? entry.files : [])),
    ),
  ])
  const contact = dueMoments(plan, events, tx.now).findLast(
    ({ target, state }) => target === 'contact' && state === 'running',
  )
  return {
    view: 'requester',
    id: ticket.id,
    number,
    version: ticket.version,
    subject: ticket.subject,
    state: plainState(plan, ticket),
    openedAt: ticket.openedAt,
    closedAt: ticket.closedAt,
    hearsBefore: contact?.dueAt ?? null,
    satisfaction: ticket.satisfaction?.score ?? null,
    people: Object.fromEntries(Object.entries(people).map(([id, { name }]) => [id, { id, name }])),
    files,
    story: told.map(plainEntry),
    allowedMoves: allowedMoves(plan, ticket, actor, tx.now)
      .filter(({ move }) => requesterMoves.includes(move))
      .map((one) => ({ ...one })),
  }
}

function plainEntry(entry: RequesterEntry): RequesterTicket['story'][number] {
  return {
    number: entry.number,
    at: entry.at,
    by: entry.by.kind === 'person' ? entry.by.personId : null,
    type: entry.type,
    text: textOf(entry),
    files: 'files' in entry ? [...entry.files] : [],
    channel: entry.type === 'contacted' ? entry.channel : null,
    outcome: entry.type === 'contacted' ? entry.outcome : null,
    retryAt: entry.type === 'contacted' ? entry.retryAt : null,
    satisfaction: entry.type === 'rated' ? entry.satisfaction : null,
  }
}

function textOf(entry: RequesterEntry): string | null {
  switch (entry.type) {
    case 'opened':
      return entry.description
    case 'replied':
    case 'asked':
    case 'answered':
      return entry.text
    case 'contacted':
      return entry.solution
    case 'reopened':
      return entry.reason
    case 'confirmed':
    case 'closed':
    case 'rated':
      return null
  }
}

function peopleOn(ticket: Ticket): readonly string[] {
  return [
    ticket.requesterId,
    ticket.originatorId,
    ...ticket.followers,
    ...ticket.trail.flatMap(({ agentId, tookNoteBy }) => [agentId, tookNoteBy]),
    ticket.assigneeId,
    ticket.offer?.waiver?.by ?? null,
  ].filter((id) => id !== null)
}

async function peopleIn(tx: Tx, ids: readonly string[]): Promise<DeskTicket['people']> {
  const people = await personsByIds(tx, ids)
  return Object.fromEntries([...people].map(([id, { name, email }]) => [id, { id, name, email }]))
}

async function filesIn(tx: Tx, ids: readonly string[]): Promise<DeskTicket['files']> {
  const files = await filesById(tx, ids)
  return Object.fromEntries(files.map(({ id, name, type, size }) => [id, { id, name, type, size }]))
}
