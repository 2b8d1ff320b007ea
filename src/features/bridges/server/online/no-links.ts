import type { Instant } from '#features/people/domain/instant.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Meeting } from '../../domain/meeting.ts'
import { subjectOf } from '../../domain/online-meetings.ts'
import { onlineMeetings } from '../store/online-meetings.ts'

type NoLink = { readonly code: string; readonly nextTryAt: Instant | null }

/** Why meetings that are to be held have no link, by meeting, where Teams was asked for one and gave none. */
export async function noLinksOf(tx: Tx, meetings: readonly Meeting[]): Promise<ReadonlyMap<string, NoLink>> {
  const without = meetings.filter(
    ({ meetingLink, state }) => meetingLink === null && (state === 'planned' || state === 'running'),
  )
  if (without.length === 0) return new Map()
  const [plan, known] = await Promise.all([publishedPlan(tx), onlineMeetings(tx)])
  const failed = new Map(
    known.flatMap(({ subject, state, code, nextTryAt }) =>
      state === 'failed' && code !== null ? [[subject, { code, nextTryAt }] as const] : [],
    ),
  )
  return new Map(
    without.flatMap((meeting) => {
      const why = failed.get(subjectOf(plan?.document ?? null, meeting) ?? '')
      return why ? [[meeting.id, why] as const] : []
    }),
  )
}
