import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { addDays } from '#features/plan/domain/days.ts'
import type { Bridge } from '#features/plan/domain/document/involvement.ts'
import { planVersion, type PlanInForce } from '#features/plan/server/actions.ts'
import { cancelInvitation, keepInvitation } from '#features/invitations/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { Meeting } from '../domain/meeting.ts'
import { seriesSubject } from '../domain/online-meetings.ts'
import { endOf, occurrencesOf, type Stretch, stretchesOf } from '../domain/schedule.ts'
import { attendeesOf, leadToHost } from './attendees.ts'
import { madeLinks } from './store/online-meetings.ts'
import { forgetSeries, keepSeries, knownSeries } from './store/series.ts'
import { standingFrom } from './store/meetings.ts'
import { stopsNow } from './store/stops.ts'

/** One series in people's calendars for each bridge and stretch of phases; what the plan no longer has is called off. */
export async function inviteToStanding(platform: Platform, tx: Tx, plan: PlanInForce): Promise<void> {
  const [known, stops] = await Promise.all([knownSeries(tx), stopsNow(tx)])
  const stopped = new Set(stops.map(({ bridge }) => bridge))
  const wanted = plan.document.involvement.bridges
    .filter(({ key }) => !stopped.has(key))
    .flatMap((bridge) =>
      stretchesOf(plan.document, bridge).map((stretch, index) => ({ bridge, stretch, number: index + 1 })),
    )
  for (const { bridge, stretch, number } of wanted) {
    await inviteToSeries(platform, tx, plan.document, { bridge, stretch, number })
    await keepSeries(tx, { bridge: bridge.key, number })
  }
  for (const series of known) {
    if (wanted.some(({ bridge, number }) => bridge.key === series.bridge && number === series.number)) continue
    await cancelInvitation(platform, tx, 'bridge', seriesSubject(series))
    await forgetSeries(tx, series)
  }
}

type WantedSeries = { readonly bridge: Bridge; readonly stretch: Stretch; readonly number: number }

async function inviteToSeries(
  platform: Platform,
  tx: Tx,
  plan: SupportPlan,
  { bridge, stretch, number }: WantedSeries,
): Promise<void> {
  const meetings = (await standingFrom(tx, stretch.from)).filter(
    ({ standing }) => standing?.bridge === bridge.key && standing.day <= stretch.until,
  )
  const held = new Set(occurrencesOf(plan, bridge, stretch).map(({ day }) => day))
  await keepInvitation(platform, tx, {
    kind: 'bridge',
    subjectId: seriesSubject({ bridge: bridge.key, number }),
    title: bridge.name,
    description: await describe(platform, plan, null),
    place: null,
    link: bridge.meetingLink ?? (await madeLinks(tx)).get(seriesSubject({ bridge: bridge.key, number })) ?? null,
    timeZone: bridge.timeZone,
    occurrences: meetings.filter(isMovedByHand).map((meeting) => ({
      key: meeting.plannedFor,
      starts: meeting.startsAt,
      ends: endOf(meeting),
    })),
    recurring: {
      weekly: bridge.weekly,
      lengthMinutes: bridge.lengthMinutes,
      from: stretch.from,
      until: stretch.until,
      except: [
        ...daysOf(stretch).filter((day) => !held.has(day)),
        ...meetings.filter(({ cancelled }) => cancelled?.why === 'by-person').map(({ plannedFor }) => plannedFor),
      ],
    },
    organiser: await leadToHost(tx, bridge.host),
    attendees: await attendeesOf(tx, plan, bridge.quorum),
  })
}

/** An ad hoc bridge stands in calendars by itself. */
export async function inviteToAdHoc(platform: Platform, tx: Tx, meeting: Meeting): Promise<void> {
  if (meeting.state === 'cancelled') return cancelInvitation(platform, tx, 'bridge', meeting.id)
  const { document: plan } = await planVersion(tx, meeting.planVersionId)
  await keepInvitation(platform, tx, {
    kind: 'bridge',
    subjectId: meeting.id,
    title: meeting.name,
    description: await describe(platform, plan, meeting),
    place: null,
    link: meeting.meetingLink,
    timeZone: meeting.timeZone,
    occurrences: [{ key: meeting.id, starts: meeting.startsAt, ends: endOf(meeting) }],
    organiser: meeting.called?.by ?? null,
    attendees: await attendeesOf(tx, plan, meeting.quorum),
  })
}

const isMovedByHand = ({ startsAt, plannedFor, state }: Meeting) =>
  state !== 'cancelled' && startsAt !== plannedFor

function daysOf({ from, until }: Stretch): readonly string[] {
  const days: string[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day)
  return days
}

async function describe({ translate, baseUrl }: Platform, plan: SupportPlan, meeting: Meeting | null) {
  const quorum = (language: 'nl' | 'en') =>
    plan.teams.tiers
      .map(({ level, name }) => translate(language, 'bridges:mail.tier', { tier: level, name: name[language] }))
      .join(', ')
  const inLanguage = (language: 'nl' | 'en') =>
    [
      meeting === null
        ? translate(language, 'bridges:mail.standing', { tiers: quorum(language) })
        : translate(language, `bridges:mail.adHoc.${meeting.called?.reason ?? 'person'}`),
      ...(meeting?.called?.words ? [meeting.called.words] : []),
      translate(language, 'bridges:mail.where', {
        address: meeting ? `${baseUrl}/bridge/${meeting.id}` : `${baseUrl}/bridge`,
      }),
    ].join('\n\n')
  return { nl: inLanguage('nl'), en: inLanguage('en') }
}
