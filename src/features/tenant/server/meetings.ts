import { createHash } from 'node:crypto'
import type { Instant } from '#features/people/domain/instant.ts'
import { GraphFailure, type GraphClient } from '#integrations/microsoft-graph/graph-client.ts'
import { createTeamsMeeting, isWithoutMeetingPolicy } from '#integrations/microsoft-graph/read/meetings.ts'
import type { Platform } from '#platform/platform.ts'
import { graphOf } from './connection/clients.ts'
import { entraIdFound } from './connection/who.ts'

export type WantedMeeting = {
  /** A person here; the meeting is made in their name. */
  readonly organiserPersonId: string
  readonly subject: string
  readonly starts: Instant
  readonly ends: Instant
  /** What it is for: the same key in the same name gives the same meeting, however often it is asked for. */
  readonly key: string
}
/** A meeting as Microsoft knows it, so that it can be moved and taken away. */
export type MeetingMade = { readonly link: string; readonly id: string; readonly organiserEntraId: string }
export type NoMeeting = {
  /** Kebab-case; `retryable`: the same can succeed later without anybody changing anything. */
  readonly code: 'no-tenant' | 'organiser-unknown' | 'no-meeting-policy' | 'bad-answer' | GraphFailure['code']
  readonly retryable: boolean
}
export type MeetingOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly no: NoMeeting }

/** A Teams meeting in the name of this person. It stands in nobody's calendar by itself. */
export function createMeeting(
  platform: Platform,
  orgId: string,
  wanted: WantedMeeting,
): Promise<MeetingOutcome<MeetingMade>> {
  return through(platform, orgId, async (graph) => {
    const organiserEntraId = await entraIdFound(platform, orgId, graph, wanted.organiserPersonId)
    if (organiserEntraId === null) return refused('organiser-unknown')
    const made = await createTeamsMeeting(graph, {
      organiserId: organiserEntraId,
      externalId: externalId(orgId, wanted.key),
      subject: wanted.subject,
      startsAt: wanted.starts,
      endsAt: wanted.ends,
    })
    if (made.id === '' || made.joinUrl === '') return refused('bad-answer')
    const value = { link: made.joinUrl, id: made.id, organiserEntraId }
    // Found, not made: a try that went down before it could tell made it, perhaps for another time.
    if (isOtherwise(made.startsAt, wanted.starts) || isOtherwise(made.endsAt, wanted.ends))
      await graph.patch(pathOf(organiserEntraId, made.id), { body: bodyOf(wanted) })
    return { ok: true, value }
  })
}

/** Says nothing of what it is for to whoever reads it at Microsoft. */
function externalId(orgId: string, key: string): string {
  return createHash('sha256').update(`${orgId} ${key}`).digest('hex').slice(0, 32)
}

/** Microsoft keeps whole seconds. */
function isOtherwise(there: Instant | null, wanted: Instant): boolean {
  return there !== null && Math.abs(Date.parse(there) - Date.parse(wanted)) >= 1000
}

function bodyOf({ starts, ends, subject }: Pick<WantedMeeting, 'subject' | 'starts' | 'ends'>) {
  return { startDateTime: starts, endDateTime: ends, subject }
}

type Known = Pick<MeetingMade, 'id' | 'organiserEntraId'>

/** Its link stays. A meeting that is no longer there is as good as moved. */
export function moveMeeting(
  platform: Platform,
  orgId: string,
  { id, organiserEntraId }: Known,
  to: Pick<WantedMeeting, 'subject' | 'starts' | 'ends'>,
): Promise<MeetingOutcome<null>> {
  return through(platform, orgId, async (graph) => {
    await unlessGone(graph.patch(pathOf(organiserEntraId, id), { body: bodyOf(to) }))
    return { ok: true, value: null }
  })
}

export function cancelMeeting(
  platform: Platform,
  orgId: string,
  { id, organiserEntraId }: Known,
): Promise<MeetingOutcome<null>> {
  return through(platform, orgId, async (graph) => {
    await unlessGone(graph.delete(pathOf(organiserEntraId, id)))
    return { ok: true, value: null }
  })
}

function pathOf(organiser: string, id: string): string {
  return `/users/${encodeURIComponent(organiser)}/onlineMeetings/${encodeURIComponent(id)}`
}

async function through<Value>(
  platform: Platform,
  orgId: string,
  work: (graph: GraphClient) => Promise<MeetingOutcome<Value>>,
): Promise<MeetingOutcome<Value>> {
  const graph = await graphOf(platform, orgId, 'read')
  if (graph === null) return refused('no-tenant')
  try {
    return await work(graph)
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error
    if (isWithoutMeetingPolicy(error)) return refused('no-meeting-policy')
    return refused(error.code, error.retryable)
  }
}

function refused(code: NoMeeting['code'], retryable = false): { readonly ok: false; readonly no: NoMeeting } {
  return { ok: false, no: { code, retryable } }
}

async function unlessGone(call: Promise<unknown>): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!(error instanceof GraphFailure && error.code === 'not-found')) throw error
  }
}
