import type { z } from 'zod'
import type { PersonActor } from '#features/people/domain/actor.ts'
import { personsByIds } from '#features/people/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { planVersion, publishedPlan } from '#features/plan/server/actions.ts'
import { ticketsNamed } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import type { BridgesOverview, MeetingDetail, ProposalView } from '../contract/meetings.ts'
import { wasNotHeld } from '../domain/keep-up.ts'
import type { TierOutlook } from '../domain/forecast-quorum.ts'
import { mayAdd, mayArrange, mayCall, mayLink, mayMove, mayStop } from '../domain/rights.ts'
import { plusMinutes } from '../domain/schedule.ts'
import { outlooksOf } from './outlooks.ts'
import { agendaOf } from './store/agenda.ts'
import { agendaSizes } from './store/held.ts'
import { cancelledBetween, findMeeting, openMeetings } from './store/meetings.ts'
import { openProposals, type Proposal } from './store/proposals.ts'
import { stopsNow } from './store/stops.ts'
import { itemViews, meetingViewOf, meetingViews } from './views.ts'

const shownDays = 14

export async function overview(tx: Tx, actor: PersonActor): Promise<z.input<typeof BridgesOverview>> {
  const until = plusMinutes(tx.now, shownDays * 1440)
  const [plan, open, cancelled, proposals, stops] = await Promise.all([
    publishedPlan(tx),
    openMeetings(tx, until),
    cancelledBetween(tx, tx.now, until),
    openProposals(tx),
    stopsNow(tx),
  ])
  const shown = open.filter((one) => !wasNotHeld(one, tx.now))
  const [views, off, sizes, names] = await Promise.all([
    meetingViews(tx, shown),
    meetingViews(
      tx,
      cancelled.filter(({ cancelled: why }) => why?.why === 'by-person'),
    ),
    agendaSizes(
      tx,
      shown.map(({ id }) => id),
    ),
    personsByIds(
      tx,
      stops.map(({ by }) => by),
    ),
  ])
  const outlooks = await outlooksOf(tx, shown)
  const coming = views.map((meeting) => ({
    meeting,
    ...(sizes.get(meeting.id) ?? { items: 0, minutes: 0 }),
    outlook: worst(outlooks.get(meeting.id)?.tiers ?? []),
  }))
  const words = wordsOf(plan?.document ?? null)
  return {
    coming,
    cancelled: [...off],
    proposals: await proposalViews(tx, proposals),
    standing: (plan?.document.involvement.bridges ?? []).map(({ key, name }) => {
      const stop = stops.find(({ bridge }) => bridge === key)
      const by = stop && names.get(stop.by)
      return {
        key,
        name,
        stopped: stop ? { at: stop.at, reason: stop.reason, by: by ? { id: by.id, name: by.name } : null } : null,
      }
    }),
    ...words,
    mayCall: { refusal: mayCall(actor) },
    mayStop: { refusal: mayStop(actor) },
  }
}

export async function meetingDetail(
  tx: Tx,
  actor: PersonActor,
  id: string,
): Promise<z.input<typeof MeetingDetail>> {
  const meeting = await findMeeting(tx, id, { lock: false })
  if (!meeting) throw new NotFound('meeting')
  const [view, items, outlooks] = await Promise.all([
    meetingViewOf(tx, meeting),
    agendaOf(tx, id),
    outlooksOf(tx, [meeting]),
  ])
  const { tiers, people } = outlooks.get(id) ?? { tiers: [], people: [] }
  const { document: plan } = await planVersion(tx, meeting.planVersionId)
  return {
    meeting: view,
    agenda: await itemViews(tx, items),
    tiers: tiers.map((one) => ({
      ...one,
      name: plan.teams.tiers.find(({ level }) => level === one.tier)?.name ?? null,
    })),
    people: people.map((one) => ({ ...one, tiers: [...one.tiers] })),
    may: {
      arrange: { refusal: mayArrange(actor, meeting) },
      add: { refusal: mayAdd(actor, meeting) },
      move: { refusal: mayMove(actor, meeting) },
      link: { refusal: mayLink(actor, meeting) },
    },
  }
}

function worst(tiers: readonly TierOutlook[]): TierOutlook['outlook'] {
  if (tiers.some(({ outlook }) => outlook === 'fails')) return 'fails'
  return tiers.every(({ outlook }) => outlook === 'holds') ? 'holds' : 'likely'
}

async function proposalViews(tx: Tx, proposals: readonly Proposal[]): Promise<z.input<typeof ProposalView>[]> {
  const tickets = await ticketsNamed(
    tx,
    proposals.flatMap(({ ticketIds }) => ticketIds),
  )
  return proposals.map(({ id, reason, why, proposedAt, ticketIds }) => ({
    id,
    reason,
    why: { ...why } as z.input<typeof ProposalView>['why'],
    proposedAt,
    tickets: ticketIds.flatMap((one) => {
      const ticket = tickets.get(one)
      return ticket ? [{ id: ticket.id, number: ticket.number, subject: ticket.subject }] : []
    }),
  }))
}

function wordsOf(plan: SupportPlan | null) {
  const waves = (plan?.involvement.phases ?? []).flatMap((phase) => phase.waves)
  return {
    tiers: (plan?.teams.tiers ?? []).map(({ level, name }) => ({ tier: level, name })),
    categories: Object.fromEntries((plan?.process.categories ?? []).map(({ key, name }) => [key, name])),
    waves: Object.fromEntries(waves.map(({ key, name }) => [key, name])),
  }
}
