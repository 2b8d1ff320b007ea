import type { Instant } from '#features/people/domain/instant.ts'
import type { Bridge } from '#features/plan/domain/document/involvement.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Meeting } from './meeting.ts'
import { endOf, type Occurrence, occurrencesOf, plusMinutes, type Stretch } from './schedule.ts'

/** What a meeting of a standing bridge takes from the plan. */
export type FromPlan = Pick<
  Meeting,
  | 'planVersionId'
  | 'name'
  | 'plannedFor'
  | 'plannedMinutes'
  | 'timeZone'
  | 'quorum'
  | 'hostTeam'
  | 'scribeTeam'
  | 'meetingLink'
> & { readonly standing: NonNullable<Meeting['standing']> }

export type KeepUp = {
  readonly make: readonly FromPlan[]
  /** Meetings as they have to be from now on. */
  readonly change: readonly Meeting[]
}

/** Every meeting that the plan wants on these days. */
export function wantedMeetings(planVersionId: string, plan: SupportPlan, within: Stretch): readonly FromPlan[] {
  return plan.involvement.bridges.flatMap((bridge) =>
    occurrencesOf(plan, bridge, within).map((occurrence) => fromPlan(planVersionId, bridge, occurrence)),
  )
}

/**
 * What has to happen so that the coming meetings are those of the plan: new ones are made, moved times move them, what the plan or a
 * stopped bridge no longer has is cancelled, and comes back with it. A meeting that began, or whose time has come, stays as it is;
 * one that somebody moved or cancelled by hand stays so.
 */
export function keepUp(
  existing: readonly Meeting[],
  wanted: readonly FromPlan[],
  stopped: ReadonlySet<string>,
  now: Instant,
): KeepUp {
  const open = wanted.filter((one) => !stopped.has(one.standing.bridge))
  const byKey = new Map(open.map((one) => [keyOf(one), one]))
  const known = new Set(existing.flatMap((meeting) => (meeting.standing ? [keyOf(meeting)] : [])))
  return {
    make: open.filter((one) => !known.has(keyOf(one)) && one.plannedFor > now),
    change: existing.flatMap((meeting) => {
      if (!isToCome(meeting, now)) return []
      const next = meeting.standing && followed(meeting, byKey.get(keyOf(meeting)), stopped)
      return next && !same(next, meeting) ? [next] : []
    }),
  }
}

/** A meeting can begin late, and so long after its end: then it has not been held. */
export const graceMinutes = 60

export function wasNotHeld(meeting: Meeting, now: Instant): boolean {
  return meeting.state === 'planned' && plusMinutes(endOf(meeting), graceMinutes) <= now
}

function isToCome({ state, startsAt, cancelled }: Meeting, now: Instant): boolean {
  return startsAt > now && (state === 'planned' || (state === 'cancelled' && cancelled?.why !== 'by-person'))
}

function followed(meeting: Meeting, wanted: FromPlan | undefined, stopped: ReadonlySet<string>): Meeting {
  if (!wanted) {
    if (meeting.state === 'cancelled') return meeting
    const why = stopped.has(meeting.standing?.bridge ?? '') ? 'stopped' : 'dropped'
    return { ...meeting, state: 'cancelled', cancelled: { why, by: null } }
  }
  const byHand = meeting.startsAt !== meeting.plannedFor
  return {
    ...meeting,
    ...wanted,
    meetingLink: meeting.linkByHand ? meeting.meetingLink : wanted.meetingLink,
    startsAt: byHand ? meeting.startsAt : wanted.plannedFor,
    state: 'planned',
    cancelled: null,
  }
}

function fromPlan(planVersionId: string, bridge: Bridge, { day, number, startsAt }: Occurrence): FromPlan {
  return {
    standing: { bridge: bridge.key, day, number },
    planVersionId,
    name: bridge.name,
    plannedFor: startsAt,
    plannedMinutes: bridge.lengthMinutes,
    timeZone: bridge.timeZone,
    quorum: bridge.quorum,
    hostTeam: bridge.host,
    scribeTeam: bridge.scribe,
    meetingLink: bridge.meetingLink,
  }
}

function keyOf({ standing }: Pick<Meeting, 'standing'>): string {
  return standing ? `${standing.bridge} ${standing.day} ${standing.number}` : ''
}

const compared = [
  'state',
  'planVersionId',
  'name',
  'startsAt',
  'plannedFor',
  'plannedMinutes',
  'timeZone',
  'quorum',
  'hostTeam',
  'scribeTeam',
  'meetingLink',
  'cancelled',
] as const satisfies readonly (keyof Meeting)[]

/** Values may come with their keys in another order from the database. */
function same(one: Meeting, other: Meeting): boolean {
  return compared.every((key) => canonical(one[key]) === canonical(other[key]))
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
