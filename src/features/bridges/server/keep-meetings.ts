import { addDays } from '#features/plan/domain/days.ts'
import { type PlanInForce, publishedPlan } from '#features/plan/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { type FromPlan, keepUp, wantedMeetings, wasNotHeld } from '../domain/keep-up.ts'
import type { Meeting } from '../domain/meeting.ts'
import { withLinks } from '../domain/online-meetings.ts'
import { leadToHost } from './attendees.ts'
import { carryOver } from './carry-over.ts'
import { inviteToStanding } from './invite.ts'
import type { BridgeServices } from './services.ts'
import {
  findMeeting,
  insertMeeting,
  lockPlanning,
  openMeetings,
  saveMeeting,
  standingFrom,
} from './store/meetings.ts'
import { madeLinks } from './store/online-meetings.ts'
import { stopsNow } from './store/stops.ts'
import { tellPages } from './tell-pages.ts'

/** Meetings are there so many days ahead. */
const daysAhead = 14

/** Brings the coming meetings, and the calendars of who has to be there, in line with the plan in force. */
export async function keepMeetings(platform: Platform, tx: Tx, { mailIsSetUp }: BridgeServices): Promise<void> {
  const plan = await publishedPlan(tx)
  if (!plan) return
  await lockPlanning(tx)
  await passOver(tx)
  await planMeetings(tx, plan)
  if (await mailIsSetUp(tx)) await inviteToStanding(platform, tx, plan)
}

/** What people put on the agenda of a meeting that nobody held goes to the next. */
async function passOver(tx: Tx): Promise<void> {
  for (const { id } of (await openMeetings(tx, tx.now)).filter((one) => wasNotHeld(one, tx.now))) {
    const meeting = await findMeeting(tx, id, { lock: true })
    if (!meeting || !wasNotHeld(meeting, tx.now)) continue
    await carryOver(tx, meeting)
    await saveMeeting(tx, { ...meeting, state: 'cancelled', cancelled: { why: 'not-held', by: null } })
    await tellPages(tx, id)
  }
}

async function planMeetings(tx: Tx, plan: PlanInForce): Promise<void> {
  const today = tx.now.slice(0, 10)
  // A day to either side: a zone's day is not that of UTC.
  const within = { from: addDays(today, -1), until: addDays(today, daysAhead) }
  const [standing, stops, links] = await Promise.all([standingFrom(tx, within.from), stopsNow(tx), madeLinks(tx)])
  const existing = standing.filter((meeting) => (meeting.standing?.day ?? '') <= within.until)
  const stopped = new Set(stops.map(({ bridge }) => bridge))
  const wanted = withLinks(plan.document, wantedMeetings(plan.id, plan.document, within), links)
  const { make, change } = keepUp(existing, wanted, stopped, tx.now)
  for (const one of make) await insertMeeting(tx, await meetingFrom(tx, one))
  for (const meeting of change) await saveMeeting(tx, meeting)
  if (make.length + change.length > 0) await tellPages(tx, 'all')
}

async function meetingFrom(tx: Tx, wanted: FromPlan): Promise<Meeting> {
  return {
    ...wanted,
    id: newId(),
    version: 1,
    called: null,
    startsAt: wanted.plannedFor,
    hostId: await leadToHost(tx, wanted.hostTeam),
    scribeId: null,
    linkByHand: false,
    state: 'planned',
    beganAt: null,
    endedAt: null,
    cancelled: null,
  }
}
