import { endNotices, putNotices } from '#features/notices/server/actions.ts'
import { type KnownPerson, leadsOf, membersOf, personsByIds } from '#features/people/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { tierOf } from '#features/plan/domain/lookup.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { mayEndAsking, overSince, stillToLearn } from '../domain/asking.ts'
import { forBells } from '../domain/for-bells.ts'
import type { TicketEvent } from '../domain/events.ts'
import { noticesFor, type WantedNotice } from '../domain/moments.ts'
import type { Ticket } from '../domain/ticket.ts'
import { tierNow } from '../domain/when.ts'
import { type MailServices, mailFor } from './mails.ts'
import { isStaff } from './staff.ts'
import { readEvents } from './store/event-rows.ts'
import { insertMailsTold, tellsAlone } from './store/mails-told.ts'
import { findTicket } from './store/ticket-row.ts'

const teller = 'tickets'

export type EventRange = { readonly ticketId: string; readonly from: number; readonly to: number }

type Telling = {
  readonly plan: SupportPlan
  readonly ticket: Ticket
  readonly number: number
  readonly event: TicketEvent
  /** The events that ask nothing any more. */
  readonly over: ReadonlySet<number>
}

/** Tells everybody whom the plan wants to hear of these events, each once by each channel. */
export async function notify(platform: Platform, tx: Tx, mail: MailServices, range: EventRange): Promise<void> {
  await tellsAlone(tx, range.ticketId)
  const [stored, events, sends] = await Promise.all([
    findTicket(tx, range.ticketId, { lock: false }),
    readEvents(tx, range.ticketId),
    mail.isSetUp(tx),
  ])
  if (!stored) return
  const { document: plan } = await planVersion(tx, stored.ticket.planVersionId)
  const now = events.filter(({ number }) => number >= range.from && number <= range.to)
  const over = overSince(events, plan)
  if (now.some(({ fact }) => mayEndAsking(fact))) await endWhatIsOver(tx, stored.ticket, over)
  for (const event of now) {
    const telling = { plan, ticket: stored.ticket, number: stored.number, event, over }
    await tellOf(platform, tx, sends ? mail : null, telling)
  }
}

async function endWhatIsOver(tx: Tx, ticket: Ticket, over: ReadonlySet<number>): Promise<void> {
  const about = ticket.id
  await endNotices(tx, { teller, about, occasions: [...over].map(String) })
  const stillOf = stillToLearn(ticket)
  if (ticket.diagnosis && stillOf) await endNotices(tx, { teller, about, kinds: ['handed-down'], stillOf })
}

async function tellOf(platform: Platform, tx: Tx, mail: MailServices | null, telling: Telling): Promise<void> {
  const { plan, ticket, event } = telling
  const notices = noticesFor(plan, event.fact).filter(({ channel }) => channel === 'desk' || mail)
  const people = await Promise.all(notices.map(({ to }) => receivers(tx, telling, to)))
  const wanted = notices.map((notice, index) => ({
    ...notice,
    people: (people[index] ?? []).filter((person) => hears(person, event)),
  }))
  const heard = wanted
    .filter(({ channel }) => channel === 'desk')
    .map(({ moment, to, people: all }) => ({ moment, to, people: all.map(({ id }) => id) }))
  await putNotices(
    tx,
    ...forBells(heard, telling).map(({ moment, isNews, to }) => ({
      ...{ teller, kind: moment, about: ticket.id, occasion: String(event.number) },
      ...{ isNews, to },
    })),
  )
  if (!mail) return
  const mails = wanted.flatMap(({ moment, channel, people: all }) =>
    channel === 'mail' ? all.map((person) => ({ moment, person })) : [],
  )
  const isFirst = await insertMailsTold(tx, { ticketId: ticket.id, eventNumber: event.number }, mails)
  for (const { moment, person } of mails.filter((_, index) => isFirst[index])) {
    const asRequester = person.id === ticket.requesterId || !isStaff(person.roles)
    await putMail(platform, tx, await mailFor(platform, tx, mail, { ...telling, moment, person, asRequester }))
  }
}

/** Nobody is told of what they did themselves. */
function hears(person: KnownPerson, { by }: TicketEvent): boolean {
  return person.disabledAt === null && !(by.kind === 'person' && by.personId === person.id)
}

async function receivers(tx: Tx, telling: Telling, to: WantedNotice['to']): Promise<readonly KnownPerson[]> {
  const { plan, ticket, event } = telling
  const team = tierOf(plan, concernedTier(telling))?.team
  switch (to) {
    case 'requester':
      return people(tx, [ticket.requesterId])
    case 'followers':
      return people(tx, ticket.followers)
    case 'assignee':
      return people(tx, [event.fact.type === 'assigned' ? event.fact.agentId : ticket.assigneeId])
    case 'trail':
      return people(
        tx,
        ticket.trail.map((entry) => entry.agentId),
      )
    case 'diagnoser':
      return people(tx, [ticket.diagnosis?.byAgent ?? null])
    case 'tier':
      return team ? membersOf(tx, team) : []
    case 'tier-lead':
      return team ? leadsOf(tx, team) : []
  }
}

/** The tier that an event concerns: the one it goes to, or whose target it is. */
function concernedTier({ plan, ticket, event: { fact } }: Telling): number {
  switch (fact.type) {
    case 'handover-offered':
    case 'sent-back':
      return fact.to
    case 'target-at-risk':
    case 'target-missed':
    case 'lead-warned':
      return fact.tier ?? plan.process.contactTier
    default:
      return tierNow(plan, ticket)
  }
}

async function people(tx: Tx, ids: readonly (string | null)[]): Promise<readonly KnownPerson[]> {
  return [
    ...(
      await personsByIds(
        tx,
        ids.filter((id) => id !== null),
      )
    ).values(),
  ]
}
