import type { z } from 'zod'
import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { repliesOf } from '#features/invitations/server/actions.ts'
import { personsByIds } from '#features/people/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { planVersion, publishedPlan } from '#features/plan/server/actions.ts'
import { ticketsNamed } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import type { BridgesOverview, MeetingDetail, ProposalView } from '../contract/meetings.ts'
import { quorumOutlook, type TierOutlook } from '../domain/forecast-quorum.ts'
import type { Meeting } from '../domain/meeting.ts'
import { mayAdd, mayArrange, mayCall, mayMove, mayStop } from '../domain/rights.ts'
import { endOf, stretchesOf } from '../domain/schedule.ts'
import { membersAt } from './attendees.ts'
import { seriesSubject } from './invite.ts'
import { agendaOf } from './store/agenda.ts'
import { agendaSizes } from './store/held.ts'
import { cancelledBetween, findMeeting, openMeetings } from './store/meetings.ts'
import { openProposals, type Proposal } from './store/proposals.ts'
import { stopsNow } from './store/stops.ts'
import { itemViews, meetingViewOf, meetingViews } from './views.ts'

const shownDays = 14
/** A meeting that nobody began is shown for so long after its time. */
const graceMinutes = 60

export async function overview(tx: Tx, actor: PersonActor): Promise<z.input<typeof BridgesOverview>> {
  const until = after(tx.now, shownDays * 1440)
  const [plan, open, cancelled, proposals, stops] = await Promise.all([
    publishedPlan(tx),
    openMeetings(tx, until),
    cancelledBetween(tx, tx.now, until),
    openProposals(tx),
    stopsNow(tx),
  ])
  const shown = open.filter((one) => one.state === 'running' || after(endOf(one), graceMinutes) > tx.now)
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
  const coming = []
  for (const [index, meeting] of views.entries()) {
    const of = shown[index]
    if (!of) continue
    const tiers = await outlookOf(tx, of)
    coming.push({ meeting, ...(sizes.get(meeting.id) ?? { items: 0, minutes: 0 }), outlook: worst(tiers.tiers) })
  }
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
  const [view, items, outlook] = await Promise.all([
    meetingViewOf(tx, meeting),
    agendaOf(tx, id),
    outlookOf(tx, meeting),
  ])
  const { document: plan } = await planVersion(tx, meeting.planVersionId)
  return {
    meeting: view,
    agenda: await itemViews(tx, items),
    tiers: outlook.tiers.map((one) => ({
      ...one,
      name: plan.teams.tiers.find(({ level }) => level === one.tier)?.name ?? null,
    })),
    people: outlook.people.map((one) => ({ ...one, tiers: [...one.tiers] })),
    may: {
      arrange: { refusal: mayArrange(actor, meeting) },
      add: { refusal: mayAdd(actor, meeting) },
      move: { refusal: mayMove(actor, meeting) },
    },
  }
}

/** Who can come, what they said, and what that makes of the quorum. */
async function outlookOf(tx: Tx, meeting: Meeting) {
  const { document: plan } = await planVersion(tx, meeting.planVersionId)
  const [members, answers] = await Promise.all([
    membersAt(tx, plan, meeting.startsAt),
    answersTo(tx, plan, meeting),
  ])
  const people = members.map(({ personId, name, tiers, absent }) => ({
    id: personId,
    name,
    tiers,
    absent,
    answer: answers.get(personId) ?? null,
  }))
  return { people, tiers: quorumOutlook(meeting.quorum, people) }
}

type Answer = 'accepted' | 'declined' | 'tentative'

/** What they said of this meeting, or else of the series that it belongs to. */
async function answersTo(tx: Tx, plan: SupportPlan, meeting: Meeting): Promise<ReadonlyMap<string, Answer>> {
  const replies = await repliesOf(tx, 'bridge', subjectOf(plan, meeting))
  return new Map(
    replies.flatMap(({ personId, answer, occurrences }) => {
      const own = occurrences.find(({ starts }) => starts === meeting.plannedFor)?.answer ?? answer
      return own === null ? [] : [[personId, own] as const]
    }),
  )
}

function subjectOf(plan: SupportPlan, { id, standing }: Meeting): string {
  const bridge = plan.involvement.bridges.find(({ key }) => key === standing?.bridge)
  if (!standing || !bridge) return id
  const { day } = standing
  const index = stretchesOf(plan, bridge).findIndex(({ from, until }) => from <= day && day <= until)
  return seriesSubject({ bridge: bridge.key, number: index + 1 })
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

function after(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString()
}
