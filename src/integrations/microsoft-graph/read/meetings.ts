import type { Instant } from '#platform/clock.ts'
import { type GraphClient, GraphFailure } from '../graph-client.ts'
import { moment, record, segment, text } from './values.ts'

export type TeamsMeeting = {
  readonly id: string
  readonly joinUrl: string
  /** As Microsoft has it: of a meeting that was made before, when it was made for. */
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
}

/**
 * Makes a meeting in the name of its organiser, by their Entra id, or finds the one that was made for this key: Microsoft knows a meeting
 * by organiser and external id, so that a call that is repeated makes no second one. It stands in nobody's calendar. Fails as `permission-missing` where the
 * organiser has no application access policy: `isWithoutMeetingPolicy` tells it from a missing permission.
 */
export async function createTeamsMeeting(
  graph: GraphClient,
  meeting: {
    readonly organiserId: string
    readonly externalId: string
    readonly subject: string
    readonly startsAt: Instant
    readonly endsAt: Instant
  },
  signal?: AbortSignal,
): Promise<TeamsMeeting> {
  const answer = record(
    await graph.post(`/users/${segment(meeting.organiserId)}/onlineMeetings/createOrGet`, {
      body: {
        externalId: meeting.externalId,
        startDateTime: meeting.startsAt,
        endDateTime: meeting.endsAt,
        subject: meeting.subject,
      },
      ...(signal && { signal }),
    }),
  )
  return {
    id: text(answer['id']) ?? '',
    joinUrl: joinUrl(answer['joinWebUrl']),
    startsAt: moment(answer['startDateTime']),
    endsAt: moment(answer['endDateTime']),
  }
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
