import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { organisationOf } from '#features/people/server/actions.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { ticketsNamed } from '#features/tickets/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { announce } from '#platform/live/announce.ts'
import type { Platform } from '#platform/platform.ts'
import { usualMinutes } from '../domain/agenda.ts'
import type { AgendaItem, AdHocReason, Meeting, Why } from '../domain/meeting.ts'
import { mayCall, mayStartAt } from '../domain/rights.ts'
import { attendeesOf } from './attendees.ts'
import { bringToBridge } from './bring.ts'
import { inviteToAdHoc } from './invite.ts'
import type { BridgeServices } from './services.ts'
import { askForOnline } from './online/keep-online.ts'
import { insertItems } from './store/agenda.ts'
import { insertMeeting } from './store/meetings.ts'
import { tellOfCalled } from './tell-channel.ts'
import { tellPages } from './tell-pages.ts'

export type Call = {
  readonly reason: AdHocReason
  /** Empty where the reason says it all. */
  readonly words: string
  readonly ticketIds: readonly string[]
  /** Null: now. */
  readonly startsAt: Instant | null
  readonly minutes: number
  /** Of which somebody has to be there; undefined: of every tier. */
  readonly tiers?: readonly number[] | undefined
  readonly meetingLink: string | null
  /** Why the first ticket is there, where it is not that somebody brought it. */
  readonly why?: { readonly kind: AgendaItem['kind']; readonly why: Why } | undefined
}

/** A bridge outside the plan's times: everybody of the tiers is invited, the tickets come to it, the caller hosts it. */
export async function callBridge(
  platform: Platform,
  tx: Tx,
  { mailIsSetUp, meetings }: BridgeServices,
  actor: PersonActor,
  call: Call,
): Promise<Meeting> {
  const startsAt = call.startsAt ?? tx.now
  const not = mayCall(actor) ?? mayStartAt(startsAt, tx.now)
  if (not) throw new Refused(not)
  const [plan, organisation, tickets] = await Promise.all([
    publishedPlan(tx),
    organisationOf(tx),
    ticketsNamed(tx, call.ticketIds),
  ])
  if (!plan) throw new Refused({ code: 'no-published-plan' })
  if (call.ticketIds.some((id) => !tickets.has(id))) throw new NotFound('ticket')
  const levels = plan.document.teams.tiers.map(({ level }) => level)
  const numbers = call.ticketIds.map((id) => `T-${tickets.get(id)?.number}`)
  const name = (language: 'nl' | 'en') =>
    numbers.length === 0
      ? platform.translate(language, 'bridges:adHoc.name')
      : platform.translate(language, 'bridges:adHoc.nameAbout', {
          tickets: [...numbers.slice(0, 3), ...(numbers.length > 3 ? ['…'] : [])].join(', '),
        })
  const meeting: Meeting = {
    id: newId(),
    version: 1,
    standing: null,
    planVersionId: plan.id,
    name: { nl: name('nl'), en: name('en') },
    called: { reason: call.reason, words: call.words, by: actor.personId },
    startsAt,
    plannedFor: startsAt,
    plannedMinutes: call.minutes,
    timeZone: organisation.timeZone,
    quorum: (call.tiers ?? levels).filter((tier) => levels.includes(tier)).map((tier) => ({ tier, people: 1 })),
    hostTeam: null,
    scribeTeam: null,
    hostId: actor.personId,
    scribeId: null,
    meetingLink: call.meetingLink,
    linkByHand: false,
    state: 'planned',
    beganAt: null,
    endedAt: null,
    cancelled: null,
  }
  await insertMeeting(tx, meeting)
  const reason = call.words || platform.translate(organisation.language, `bridges:adHoc.words.${call.reason}`)
  for (const id of call.ticketIds) await bringToBridge(tx, actor, id, reason)
  await insertItems(
    tx,
    meeting.id,
    call.ticketIds.map((id, index) => itemOf(actor, call, id, index)),
  )
  if (await mailIsSetUp(tx)) await inviteToAdHoc(platform, tx, meeting)
  if (meetings) await askForOnline(tx)
  await tellInvited(tx, meeting, plan.document, actor)
  await tellOfCalled(platform, tx, meeting)
  return meeting
}

function itemOf(actor: PersonActor, { why }: Call, ticketId: string, position: number): AgendaItem {
  const { kind, why: values } = (position === 0 && why) || {
    kind: 'brought' as const,
    why: { by: 'person', bounces: 0 },
  }
  return {
    id: newId(),
    ticketId,
    followsId: null,
    text: null,
    kind,
    why: values,
    position,
    arranged: true,
    minutes: usualMinutes[kind],
    state: 'waiting',
    startedAt: null,
    spentSeconds: 0,
    outcome: null,
    addedBy: actor.personId,
  }
}

/** Whoever is at the desk sees at once that a bridge was called, besides the invitation in their calendar. */
async function tellInvited(
  tx: Tx,
  meeting: Meeting,
  plan: Parameters<typeof attendeesOf>[1],
  { personId }: PersonActor,
): Promise<void> {
  const attendees = await attendeesOf(tx, plan, meeting.quorum)
  const persons = attendees.map((one) => one.personId).filter((id) => id !== personId)
  await tellPages(tx, meeting.id)
  if (persons.length === 0) return
  await announce(tx, {
    topic: 'bridge-called',
    subject: meeting.id,
    data: { startsAt: meeting.startsAt, nl: meeting.name.nl, en: meeting.name.en },
    audience: { persons },
  })
}
