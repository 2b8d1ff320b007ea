import type { Instant } from '#features/people/domain/instant.ts'
import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Role } from '#features/people/domain/person.ts'
import type { Meeting } from './meeting.ts'

export const bridgeRefusals = [
  'reads-only',
  'not-the-arranger',
  'needs-plan-rights',
  'meeting-began',
  'meeting-over',
  'meeting-cancelled',
  'meeting-changed',
  'meeting-in-the-past',
  'meeting-too-far',
  'already-on-agenda',
  'item-not-yours',
  'item-not-waiting',
  'agenda-full',
  'ticket-closed',
  'proposal-answered',
  'bridge-not-in-plan',
  'bridge-stopped-already',
  'bridge-not-stopped',
  'no-published-plan',
] as const
export type BridgeRefusal = (typeof bridgeRefusals)[number]
export type Verdict = { readonly code: BridgeRefusal } | null

const takingPart: readonly Role[] = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator']
const arranging: readonly Role[] = ['lead', 'plan-owner', 'administrator']
const stopping: readonly Role[] = ['plan-owner', 'administrator']

const has = ({ roles }: PersonActor, some: readonly Role[]) => roles.some((role) => some.includes(role))

const halfAYear = 183 * 86_400_000

/** When a meeting may be put: from now on, and no further ahead than half a year, by when the plan has changed. */
export function mayStartAt(startsAt: Instant, now: Instant): Verdict {
  if (startsAt < now) return { code: 'meeting-in-the-past' }
  return Date.parse(startsAt) - Date.parse(now) > halfAYear ? { code: 'meeting-too-far' } : null
}

/** Whoever works on support may call a bridge; an auditor reads. */
export function mayCall(actor: PersonActor): Verdict {
  return has(actor, takingPart) ? null : { code: 'reads-only' }
}

/** Add something to talk about. */
export function mayAdd(actor: PersonActor, meeting: Meeting): Verdict {
  return has(actor, takingPart) ? stillOpen(meeting) : { code: 'reads-only' }
}

/** Order, park, set time boxes: the host, the scribe, leads and those who own the plan. */
export function mayArrange(actor: PersonActor, meeting: Meeting): Verdict {
  const own = actor.personId === meeting.hostId || actor.personId === meeting.scribeId
  if (!own && !has(actor, arranging)) return { code: has(actor, takingPart) ? 'not-the-arranger' : 'reads-only' }
  return stillOpen(meeting)
}

/** Move or cancel one meeting, as long as it has not begun. */
export function mayMove(actor: PersonActor, meeting: Meeting): Verdict {
  return mayLink(actor, meeting) ?? notBegun(meeting)
}

/** Say where the meeting is held online, also while it is held: whoever arranges it, and who called it. */
export function mayLink(actor: PersonActor, meeting: Meeting): Verdict {
  const not = mayArrange(actor, meeting)
  return not?.code === 'not-the-arranger' && meeting.called?.by === actor.personId ? stillOpen(meeting) : not
}

/** Let a standing bridge stop, or go on again. */
export function mayStop(actor: PersonActor): Verdict {
  return has(actor, stopping) ? null : { code: 'needs-plan-rights' }
}

function stillOpen({ state }: Meeting): Verdict {
  if (state === 'ended') return { code: 'meeting-over' }
  return state === 'cancelled' ? { code: 'meeting-cancelled' } : null
}

function notBegun(meeting: Meeting): Verdict {
  return stillOpen(meeting) ?? (meeting.state === 'running' ? { code: 'meeting-began' } : null)
}
