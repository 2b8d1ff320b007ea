import { hasRole, type PersonActor } from '#features/people/domain/actor.ts'
import type { Meeting, QuorumPart } from '../meeting.ts'
import { mayDecide } from './quorum.ts'

export type RoomRefusal =
  | { readonly code: 'reads-only' }
  | { readonly code: 'join-first' }
  | { readonly code: 'meeting-not-running' }
  | { readonly code: 'meeting-began' }
  | { readonly code: 'meeting-over' }
  | { readonly code: 'meeting-too-early'; readonly minutes: number }
  | { readonly code: 'not-the-host' }
  | { readonly code: 'host-is-here' }
  | { readonly code: 'no-quorum'; readonly lacks: readonly QuorumPart[] }
  | { readonly code: 'quorum-holds' }

/** Who wants to do something in the room, as it stands. */
export type RoomScene = {
  readonly meeting: Meeting
  readonly actor: PersonActor
  readonly isPresent: boolean
  /** Whether the host is in the room. */
  readonly hostIsPresent: boolean
  readonly at: string
}

/** How long before its time a meeting may begin. */
export const earlyMinutes = 120

const leading = ['lead', 'plan-owner', 'rollout-manager', 'administrator'] as const

/** Leads, and who owns plan, rollout or desk. */
export function isLeading(actor: PersonActor): boolean {
  return leading.some((role) => hasRole(actor, role))
}

/** Taking part in what happens: everybody who works on support, once they have joined. */
export function takePart({ actor, isPresent }: RoomScene): RoomRefusal | null {
  if (hasRole(actor, 'auditor')) return { code: 'reads-only' }
  return isPresent ? null : { code: 'join-first' }
}

export function join({ actor, meeting }: Pick<RoomScene, 'actor' | 'meeting'>): RoomRefusal | null {
  if (hasRole(actor, 'auditor')) return { code: 'reads-only' }
  return meeting.state === 'ended' || meeting.state === 'cancelled' ? { code: 'meeting-over' } : null
}

/** The host begins; so does anybody who leads, or, where the plan names no team for it, whoever is there. */
export function begin(scene: RoomScene): RoomRefusal | null {
  const { meeting, actor, at } = scene
  if (meeting.state === 'running') return { code: 'meeting-began' }
  if (meeting.state !== 'planned') return { code: 'meeting-over' }
  const refusal = takePart(scene)
  if (refusal) return refusal
  const isFree = meeting.hostId === null && meeting.hostTeam === null
  if (!isFree && meeting.hostId !== actor.personId && !isLeading(actor) && !isOfHostTeam(scene))
    return { code: 'not-the-host' }
  const early = Date.parse(meeting.startsAt) - Date.parse(at) > earlyMinutes * 60_000
  return early ? { code: 'meeting-too-early', minutes: earlyMinutes } : null
}

/** What only the host does while the meeting runs: items, the end, going on without quorum. Whoever leads may too. */
export function host(scene: RoomScene): RoomRefusal | null {
  const refusal = during(scene)
  if (refusal) return refusal
  return scene.meeting.hostId === scene.actor.personId || isLeading(scene.actor) ? null : { code: 'not-the-host' }
}

/** What everybody in the room does while it runs. */
export function during(scene: RoomScene): RoomRefusal | null {
  const { state } = scene.meeting
  if (state === 'ended' || state === 'cancelled') return { code: 'meeting-over' }
  if (state !== 'running') return { code: 'meeting-not-running' }
  return takePart(scene)
}

/** Becoming host: whoever leads at once; others when the host is not there. */
export function takeHost(scene: RoomScene): RoomRefusal | null {
  const { state } = scene.meeting
  if (state === 'ended' || state === 'cancelled') return { code: 'meeting-over' }
  const refusal = takePart(scene)
  if (refusal) return refusal
  const isNeeded = scene.meeting.hostId === null || !scene.hostIsPresent
  return isNeeded || isLeading(scene.actor) ? null : { code: 'host-is-here' }
}

/** Becoming scribe: whoever is there; also afterwards, for somebody has to write the minutes. */
export function takeScribe(scene: RoomScene): RoomRefusal | null {
  if (hasRole(scene.actor, 'auditor')) return { code: 'reads-only' }
  return scene.meeting.state === 'cancelled' ? { code: 'meeting-over' } : null
}

/** Deciding and diagnosing take quorum, or the host's word that it goes without. */
export function decide(
  scene: RoomScene,
  lacks: readonly QuorumPart[],
  waived: readonly QuorumPart[] | null,
): RoomRefusal | null {
  const refusal = during(scene)
  if (refusal) return refusal
  return mayDecide(lacks, waived) ? null : { code: 'no-quorum', lacks }
}

export function goWithoutQuorum(scene: RoomScene, lacks: readonly QuorumPart[]): RoomRefusal | null {
  return host(scene) ?? (lacks.length === 0 ? { code: 'quorum-holds' } : null)
}

/** The minutes are the scribe's; whoever hosts or leads may write them too. */
export function writeMinutes({ meeting, actor }: Pick<RoomScene, 'meeting' | 'actor'>): boolean {
  if (hasRole(actor, 'auditor')) return false
  return [meeting.scribeId, meeting.hostId].includes(actor.personId) || isLeading(actor)
}

function isOfHostTeam({ meeting, actor }: RoomScene): boolean {
  return meeting.hostTeam !== null && actor.leads.includes(meeting.hostTeam)
}
