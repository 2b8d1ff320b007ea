import { type KnownPerson, leadsOf, membersOf, personsByIds } from '#features/people/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { tierOf } from '#features/plan/domain/lookup.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { announce } from '#platform/live/announce.ts'
import type { Platform } from '#platform/platform.ts'
import type { TicketEvent } from '../domain/events.ts'
import { noticesFor, type WantedNotice } from '../domain/moments.ts'
import type { Ticket } from '../domain/ticket.ts'
import { tierNow } from '../domain/when.ts'
import { type MailServices, mailFor } from './mails.ts'
import { isStaff } from './staff.ts'
import { readEvents } from './store/event-rows.ts'
import { insertNotices } from './store/notices.ts'
import { findTicket } from './store/ticket-row.ts'

export type EventRange = { readonly ticketId: string; readonly from: number; readonly to: number }

type Telling = {
  readonly plan: SupportPlan
  readonly ticket: Ticket
  readonly number: number
  readonly event: TicketEvent
}

/** Tells everybody whom the plan wants to hear of these events, each once by each channel. */
export async function notify(platform: Platform, tx: Tx, mail: MailServices, range: EventRange): Promise<void> {
  const [stored, events, sends] = await Promise.all([
    findTicket(tx, range.ticketId, { lock: false }),
    readEvents(tx, range.ticketId),
    mail.isSetUp(tx),
  ])
  if (!stored) return
  const { document: plan } = await planVersion(tx, stored.ticket.planVersionId)
  const told = new Set<string>()
  for (const event of events.filter(({ number }) => number >= range.from && number <= range.to)) {
    const telling = { plan, ticket: stored.ticket, number: stored.number, event }
    for (const personId of await tellOf(platform, tx, sends ? mail : null, telling)) told.add(personId)
  }
  if (told.size > 0)
    await announce(tx, { topic: 'notice', subject: range.ticketId, audience: { persons: [...told] } })
}

/** Who has a new notice at the desk because of it. */
async function tellOf(
  platform: Platform,
  tx: Tx,
  mail: MailServices | null,
  telling: Telling,
): Promise<readonly string[]> {
  const { plan, ticket, event } = telling
  const notices = noticesFor(plan, event.fact).filter(({ channel }) => channel === 'desk' || mail)
  const people = await Promise.all(notices.map(({ to }) => receivers(tx, telling, to)))
  const wanted = notices.flatMap(({ moment, channel }, index) =>
    (people[index] ?? []).filter((person) => hears(person, event)).map((person) => ({ moment, channel, person })),
  )
  const isFirst = await insertNotices(tx, { ticketId: ticket.id, eventNumber: event.number }, wanted)
  const told = wanted.filter((_, index) => isFirst[index])
  for (const { moment, channel, person } of told) {
    if (channel === 'desk' || !mail) continue
    const asRequester = person.id === ticket.requesterId || !isStaff(person.roles)
    await putMail(platform, tx, await mailFor(platform, tx, mail, { ...telling, moment, person, asRequester }))
  }
  return told.flatMap(({ channel, person }) => (channel === 'desk' ? [person.id] : []))
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
