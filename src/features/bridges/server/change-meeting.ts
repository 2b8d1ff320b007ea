import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import type { Meeting } from '../domain/meeting.ts'
import { subjectOf } from '../domain/online-meetings.ts'
import { mayLink, mayMove, mayStartAt, type Verdict } from '../domain/rights.ts'
import { meetingFor } from './arrange.ts'
import { carryOver } from './carry-over.ts'
import { inviteToAdHoc, inviteToStanding } from './invite.ts'
import { askForOnline } from './online/keep-online.ts'
import type { BridgeServices } from './services.ts'
import { saveMeeting } from './store/meetings.ts'
import { madeLinks } from './store/online-meetings.ts'
import { tellPages } from './tell-pages.ts'

export type Seen = { readonly id: string; readonly version: number }

/** This one meeting takes place at another time. */
export async function moveMeeting(
  platform: Platform,
  tx: Tx,
  services: BridgeServices,
  actor: PersonActor,
  seen: Seen & { readonly startsAt: Instant },
): Promise<Meeting> {
  const meeting = await asSeen(tx, seen, (one) => mayMove(actor, one))
  const { startsAt } = seen
  const not = mayStartAt(startsAt, tx.now)
  if (not) throw new Refused(not)
  return changed(platform, tx, services, {
    ...meeting,
    startsAt,
    plannedFor: meeting.standing ? meeting.plannedFor : startsAt,
  })
}

/** This one meeting does not take place; what people put on its agenda goes to the next. */
export async function cancelMeeting(
  platform: Platform,
  tx: Tx,
  services: BridgeServices,
  actor: PersonActor,
  seen: Seen,
): Promise<Meeting> {
  const meeting = await asSeen(tx, seen, (one) => mayMove(actor, one))
  await carryOver(tx, meeting)
  const cancelled = { why: 'by-person', by: actor.personId } as const
  return changed(platform, tx, services, { ...meeting, state: 'cancelled', cancelled })
}

/**
 * This one meeting is held behind this link; null: behind the one of the plan, or of Teams, which is asked again. A calendar keeps a
 * link for each series, so one of a standing bridge shows on the pages alone.
 */
export async function linkMeeting(
  platform: Platform,
  tx: Tx,
  services: BridgeServices,
  actor: PersonActor,
  { meetingLink, ...seen }: Seen & { readonly meetingLink: string | null },
): Promise<Meeting> {
  const meeting = await asSeen(tx, seen, (one) => mayLink(actor, one))
  return changed(platform, tx, services, {
    ...meeting,
    meetingLink: meetingLink ?? (await linkOtherwise(tx, meeting)),
    linkByHand: meetingLink !== null,
  })
}

async function linkOtherwise(tx: Tx, meeting: Meeting): Promise<string | null> {
  const plan = (await publishedPlan(tx))?.document ?? null
  const bridge = plan?.involvement.bridges.find(({ key }) => key === meeting.standing?.bridge)
  return bridge?.meetingLink ?? (await madeLinks(tx)).get(subjectOf(plan, meeting) ?? '') ?? null
}

async function asSeen(tx: Tx, { id, version }: Seen, may: (meeting: Meeting) => Verdict): Promise<Meeting> {
  const meeting = await meetingFor(tx, id, may)
  if (meeting.version !== version) throw new Refused({ code: 'meeting-changed' })
  return meeting
}

async function changed(
  platform: Platform,
  tx: Tx,
  { mailIsSetUp, meetings }: BridgeServices,
  meeting: Meeting,
): Promise<Meeting> {
  const after = await saveMeeting(tx, meeting)
  await tellPages(tx, after.id)
  if (meetings) await askForOnline(tx)
  if (!(await mailIsSetUp(tx))) return after
  if (!after.standing) await inviteToAdHoc(platform, tx, after)
  else {
    const plan = await publishedPlan(tx)
    if (plan) await inviteToStanding(platform, tx, plan)
  }
  return after
}
