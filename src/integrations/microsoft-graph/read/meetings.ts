import type { Instant } from '#platform/clock.ts'
import { type GraphClient, GraphFailure } from '../graph-client.ts'
import { record, segment, text } from './values.ts'

export type TeamsMeeting = { readonly id: string; readonly joinUrl: string }

/**
 * Makes a meeting in the name of its organiser, by their Entra id. It stands in nobody's calendar. Fails as `permission-missing` where the
 * organiser has no application access policy: `isWithoutMeetingPolicy` tells it from a missing permission.
 */
export async function createTeamsMeeting(
  graph: GraphClient,
  meeting: {
    readonly organiserId: string
    readonly subject: string
    readonly startsAt: Instant
    readonly endsAt: Instant
  },
  signal?: AbortSignal,
): Promise<TeamsMeeting> {
  const answer = record(
    await graph.post(`/users/${segment(meeting.organiserId)}/onlineMeetings`, {
      body: { startDateTime: meeting.startsAt, endDateTime: meeting.endsAt, subject: meeting.subject },
      ...(signal && { signal }),
    }),
  )
  return { id: text(answer['id']) ?? '', joinUrl: joinUrl(answer['joinWebUrl']) }
}

/** Whether it failed because an administrator has to grant the app an access policy for this organiser. */
export function isWithoutMeetingPolicy(error: unknown): boolean {
  return error instanceof GraphFailure && /application access policy/i.test(error.answer)
}

/** People will press it. */
function joinUrl(value: unknown): string {
  const url = URL.parse(text(value) ?? '')
  return url !== null && url.protocol === 'https:' ? url.href : ''
}
