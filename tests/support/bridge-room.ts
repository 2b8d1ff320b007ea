import type { QuorumPart } from '#features/bridges/domain/meeting.ts'
import { insertItems } from '#features/bridges/server/store/agenda.ts'
import { insertMeeting } from '#features/bridges/server/store/meetings.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type GivenMeeting = {
  readonly quorum?: readonly QuorumPart[]
  /** Tickets on its agenda, in order. */
  readonly tickets?: readonly string[]
  readonly texts?: readonly string[]
  readonly calledBy: string
}

/** An ad hoc meeting at this moment, with an agenda. Gives the ids of the meeting and its items. */
export async function meetingNow(tx: Tx, { quorum = [], tickets = [], texts = [], calledBy }: GivenMeeting) {
  const plan = await publishedPlan(tx)
  if (!plan) throw new Error('There is no plan')
  const id = newId()
  await insertMeeting(tx, {
    ...{
      id,
      version: 1,
      standing: null,
      planVersionId: plan.id,
      name: { nl: 'Samen kijken', en: 'Look together' },
    },
    called: { reason: 'person', words: 'The limit again', by: calledBy },
    ...{ startsAt: tx.now, plannedFor: tx.now, plannedMinutes: 30, timeZone: 'Europe/Amsterdam', quorum },
    ...{ hostTeam: null, scribeTeam: null, hostId: null, scribeId: null, meetingLink: null, linkByHand: false },
    ...{ state: 'planned', beganAt: null, endedAt: null, cancelled: null },
  })
  const about = [
    ...tickets.map((ticketId) => ({ ticketId, text: null })),
    ...texts.map((text) => ({ ticketId: null, text })),
  ]
  const items = about.map((one, position) => ({
    ...one,
    ...{ id: newId(), followsId: null, kind: 'own' as const, why: {}, position, arranged: true, minutes: 10 },
    ...{ state: 'waiting' as const, startedAt: null, spentSeconds: 0, outcome: null, addedBy: calledBy },
  }))
  await insertItems(tx, id, items)
  return { id, items: items.map((item) => item.id) }
}
