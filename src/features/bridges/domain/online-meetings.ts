import type { Instant } from '#features/people/domain/instant.ts'
import type { Text } from '#features/plan/domain/document/text.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { FromPlan } from './keep-up.ts'
import type { Meeting } from './meeting.ts'
import { endOf, momentOf, stretchesOf } from './schedule.ts'

/** An online meeting that should be there. */
export type WantedOnline = {
  /** A meeting's id, or a stretch of a standing bridge. */
  readonly subject: string
  readonly title: Text
  readonly starts: Instant
  readonly ends: Instant
  /** In whose name; null: nobody leads it yet. */
  readonly hostId: string | null
}

export type OnlineState = 'claimed' | 'made' | 'failed' | 'cancelled'
export type KnownOnline = {
  readonly subject: string
  readonly state: OnlineState
  readonly title: string | null
  readonly starts: Instant | null
  readonly ends: Instant | null
  readonly triedAt: Instant
  readonly nextTryAt: Instant | null
}

/** What calendars, and links, know the meetings of a stretch of a standing bridge by. */
export function seriesSubject({ bridge, number }: { readonly bridge: string; readonly number: number }): string {
  return `${bridge} ${number}`
}

/** The online meeting that this one would be held in; null: the plan has no such day any more. */
export function subjectOf(plan: SupportPlan | null, { id, standing }: Meeting): string | null {
  if (standing === null) return id
  const bridge = plan?.involvement.bridges.find(({ key }) => key === standing.bridge)
  if (!plan || !bridge) return null
  const index = stretchesOf(plan, bridge).findIndex(
    ({ from, until }) => from <= standing.day && standing.day <= until,
  )
  return index < 0 ? null : seriesSubject({ bridge: bridge.key, number: index + 1 })
}

/** The links of stretches, put where the plan gives none: people join every meeting of a series by the link in its invitation. */
export function withLinks(
  plan: SupportPlan,
  wanted: readonly FromPlan[],
  links: ReadonlyMap<string, string>,
): readonly FromPlan[] {
  if (links.size === 0) return wanted
  const bridges = new Map(plan.involvement.bridges.map((bridge) => [bridge.key, stretchesOf(plan, bridge)]))
  return wanted.map((one) => {
    if (one.meetingLink !== null) return one
    const { bridge, day } = one.standing
    const index = (bridges.get(bridge) ?? []).findIndex(({ from, until }) => from <= day && day <= until)
    const link = index < 0 ? undefined : links.get(seriesSubject({ bridge, number: index + 1 }))
    return link === undefined ? one : { ...one, meetingLink: link }
  })
}

/**
 * The online meetings that bridges without a link need: one for each bridge that somebody called, one for each stretch of a standing
 * bridge that has a meeting to come. `ownLinks`: subjects whose link is one that we made ourselves.
 */
export function wantedOnline(
  plan: SupportPlan | null,
  meetings: readonly Meeting[],
  ownLinks: ReadonlySet<string>,
  now: Instant,
): readonly WantedOnline[] {
  const coming = meetings.filter(
    ({ state, startsAt, plannedMinutes }) =>
      state === 'running' || (state === 'planned' && endOf({ startsAt, plannedMinutes }) > now),
  )
  const called = coming
    .filter(
      ({ standing, meetingLink, linkByHand, id }) =>
        standing === null && (meetingLink === null || (ownLinks.has(id) && !linkByHand)),
    )
    .map((meeting) => ({
      subject: meeting.id,
      title: meeting.name,
      starts: meeting.startsAt,
      ends: endOf(meeting),
      hostId: meeting.hostId,
    }))
  const series = (plan?.involvement.bridges ?? []).flatMap((bridge) => {
    if (plan === null || bridge.meetingLink !== null) return []
    return stretchesOf(plan, bridge).flatMap(({ from, until }, index) => {
      const own = coming.filter(
        ({ standing }) => standing?.bridge === bridge.key && standing.day >= from && standing.day <= until,
      )
      const first = own[0]
      if (first === undefined) return []
      return [
        {
          subject: seriesSubject({ bridge: bridge.key, number: index + 1 }),
          title: bridge.name,
          starts: first.startsAt,
          // To the end of the stretch: a link dies some time after the end of its meeting.
          ends: momentOf(until, '24:00', bridge.timeZone),
          hostId: first.hostId,
        },
      ]
    })
  })
  return [...called, ...series]
}

/** A claim of somebody who has not come back: the node went down, so another makes it. */
const claimLostMs = 5 * 60_000

export type OnlineStep =
  | { readonly kind: 'create'; readonly wanted: WantedOnline }
  | { readonly kind: 'move'; readonly wanted: WantedOnline }
  | { readonly kind: 'cancel'; readonly subject: string }

/** What has to be done so that the wanted are there, each once, at their time, and no others. */
export function onlineSteps(
  wanted: readonly WantedOnline[],
  known: readonly KnownOnline[],
  now: Instant,
): readonly OnlineStep[] {
  const byKey = new Map(known.map((one) => [one.subject, one]))
  const wantedKeys = new Set(wanted.map(({ subject }) => subject))
  const steps = wanted.flatMap((one): OnlineStep[] => {
    const before = byKey.get(one.subject)
    if (before === undefined || before.state === 'cancelled') return [{ kind: 'create', wanted: one }]
    if (before.state === 'claimed')
      return Date.parse(now) - Date.parse(before.triedAt) > claimLostMs ? [{ kind: 'create', wanted: one }] : []
    if (before.state === 'failed')
      return before.nextTryAt === null || before.nextTryAt <= now ? [{ kind: 'create', wanted: one }] : []
    const isWaiting = before.nextTryAt !== null && before.nextTryAt > now
    return isOtherwise(one, before) && !isWaiting ? [{ kind: 'move', wanted: one }] : []
  })
  const over = known.filter(
    ({ subject, state, nextTryAt }) =>
      state === 'made' && !wantedKeys.has(subject) && (nextTryAt === null || nextTryAt <= now),
  )
  return [...steps, ...over.map(({ subject }) => ({ kind: 'cancel', subject }) as const)]
}

/** A series begins at its next meeting, which moves on by itself: only its end counts. */
function isOtherwise(wanted: WantedOnline, before: KnownOnline): boolean {
  const isSeries = wanted.subject.includes(' ')
  return before.ends !== wanted.ends || (!isSeries && before.starts !== wanted.starts)
}

/** How long until the next try of what failed: soon where it may mend itself, else some time for people to mend it. */
export function nextTry(now: Instant, retryable: boolean): Instant {
  return new Date(Date.parse(now) + (retryable ? 5 : 60) * 60_000).toISOString()
}
