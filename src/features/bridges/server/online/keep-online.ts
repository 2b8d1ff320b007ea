import { organisationOf } from '#features/people/server/actions.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import {
  nextTry,
  onlineSteps,
  type OnlineStep,
  wantedOnline,
  type WantedOnline,
} from '../../domain/online-meetings.ts'
import { plusMinutes } from '../../domain/schedule.ts'
import { inviteToAdHoc } from '../invite.ts'
import { keepMeetings } from '../keep-meetings.ts'
import type { BridgeServices, MeetingProvider, OnlineMeeting } from '../services.ts'
import { findMeeting, openMeetings, saveMeeting } from '../store/meetings.ts'
import {
  claimOnline,
  keepCancelled,
  keepMade,
  keepMoved,
  keepNotMade,
  onlineMeetings,
  type OnlineRow,
} from '../store/online-meetings.ts'
import { tellPages } from '../tell-pages.ts'

/** Links are made for meetings of so many days ahead. */
const daysAhead = 14

/** Asks for a look at which bridges need an online meeting, after the commit: Microsoft is waited for by nobody who works. */
export function askForOnline(tx: Tx): Promise<void> {
  return enqueue(tx, 'bridges.online', {}, { key: `bridges.online ${tx.orgId}`, maxAttempts: 3 })
}

/** Gives bridges without a link their online meeting, once; moves it with the bridge, and takes it away with it. */
export async function keepOnline(platform: Platform, services: BridgeServices, orgId: string): Promise<void> {
  const { meetings } = services
  if (!meetings) return
  const look = await inOrganisation(platform, orgId, (tx) => lookAtOnline(tx, meetings))
  if (look === null) return
  for (const step of look.steps) await take(platform, services, meetings, orgId, step, look)
}

type Look = {
  readonly steps: readonly OnlineStep[]
  readonly known: ReadonlyMap<string, OnlineRow>
  readonly language: 'nl' | 'en'
}

async function lookAtOnline(tx: Tx, meetings: MeetingProvider): Promise<Look | null> {
  if (!(await meetings.isThere(tx))) return null
  const [plan, open, known, { language }] = await Promise.all([
    publishedPlan(tx),
    openMeetings(tx, plusMinutes(tx.now, daysAhead * 24 * 60)),
    onlineMeetings(tx),
    organisationOf(tx),
  ])
  const own = new Set(known.filter(({ state }) => state === 'made').map(({ subject }) => subject))
  const wanted = wantedOnline(plan?.document ?? null, open, own, tx.now)
  return {
    steps: onlineSteps(wanted, known, tx.now),
    known: new Map(known.map((one) => [one.subject, one])),
    language,
  }
}

async function take(
  platform: Platform,
  services: BridgeServices,
  meetings: MeetingProvider,
  orgId: string,
  step: OnlineStep,
  { known, language }: Look,
): Promise<void> {
  const within = <Value>(work: (tx: Tx) => Promise<Value>) => inOrganisation(platform, orgId, work)
  if (step.kind === 'create') {
    await create(platform, services, meetings, orgId, step.wanted, language, known.get(step.wanted.subject))
    return
  }
  const subject = step.kind === 'move' ? step.wanted.subject : step.subject
  const before = known.get(subject)
  if (!before || before.providerId === null || before.organiser === null) return
  const provided = { id: before.providerId, organiserEntraId: before.organiser }
  if (step.kind === 'cancel') {
    const { ok } = await meetings.cancel(platform, orgId, provided)
    await within((tx) => (ok ? keepCancelled(tx, subject) : keepMoved(tx, subject, null, nextTry(tx.now, false))))
    return
  }
  const { title, starts, ends } = step.wanted
  const { ok } = await meetings.move(platform, orgId, provided, { subject: title[language], starts, ends })
  // Its link is the same: what could not be moved there still works.
  await within((tx) => keepMoved(tx, subject, ok ? { starts, ends } : null, ok ? null : nextTry(tx.now, false)))
}

async function create(
  platform: Platform,
  services: BridgeServices,
  meetings: MeetingProvider,
  orgId: string,
  wanted: WantedOnline,
  language: 'nl' | 'en',
  before: OnlineRow | undefined,
): Promise<void> {
  const { subject, title, starts, ends, hostId } = wanted
  if (hostId === null) return
  const isOurs = await inOrganisation(platform, orgId, (tx) => claimOnline(tx, subject, before?.triedAt ?? null))
  if (!isOurs) return
  const given: OnlineMeeting = { organiserPersonId: hostId, subject: title[language], starts, ends }
  // Whoever went down between making it and keeping its id left one behind, which this finds; one that was taken away stays away.
  const key = `${subject} ${before?.providerId ?? ''}`
  const made = await meetings.create(platform, orgId, { ...given, key })
  await inOrganisation(platform, orgId, async (tx) => {
    if (!made.ok) {
      await keepNotMade(tx, subject, made.no.code, nextTry(tx.now, made.no.retryable))
      // Whoever waits for a link in the room reads why there is none.
      return tellPages(tx, subject.includes(' ') ? 'all' : subject)
    }
    await keepMade(tx, subject, made.value, given)
    await bringToMeetings(platform, tx, services, subject, made.value.link)
  })
}

/** The link comes to the meeting, or to those of the series, and from there into calendars. */
async function bringToMeetings(
  platform: Platform,
  tx: Tx,
  services: BridgeServices,
  subject: string,
  link: string,
): Promise<void> {
  if (subject.includes(' ')) {
    await keepMeetings(platform, tx, services)
    return
  }
  const meeting = await findMeeting(tx, subject, { lock: true })
  if (!meeting || meeting.meetingLink !== null || meeting.state === 'cancelled') return
  const after = await saveMeeting(tx, { ...meeting, meetingLink: link })
  await tellPages(tx, after.id)
  if (await services.mailIsSetUp(tx)) await inviteToAdHoc(platform, tx, after)
}
