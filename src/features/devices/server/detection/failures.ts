import type { Instant } from '#features/people/domain/instant.ts'
import {
  allEnrollmentFailures,
  enrollmentFailuresOf,
} from '#integrations/microsoft-graph/read/enrollment-failures.ts'
import { type GraphClient, GraphFailure } from '#integrations/microsoft-graph/graph-client.ts'
import { failureDays, type SeenFailure } from '../../domain/detection.ts'
import type { LinkedPerson } from '../store/detections.ts'

/** A tenant has few failures; a list that goes on is cut where it is of last week. */
const mostFailures = 2000
/** People looked at one by one in a round, where Microsoft cannot answer for all: a hundredth of what it allows in that time. */
export const peopleInRound = 60

export type FailuresSeen = {
  readonly failures: readonly SeenFailure[]
  readonly way: 'tenant' | 'people'
  /** The last person that was looked at; null: everybody was. */
  readonly afterPerson: string | null
}

/** What Microsoft cannot do for the whole tenant it often can for one person. */
const tooMuchAtOnce: ReadonlySet<string> = new Set(['unavailable', 'bad-answer', 'refused', 'unreachable'])

/**
 * Enrollments that failed: by the list of the whole tenant, and where Microsoft cannot answer that in time, of the people who enroll now, so
 * many in a round and on from there in the next.
 */
export async function readFailures(
  graph: GraphClient,
  people: readonly LinkedPerson[],
  signal: { readonly all: AbortSignal; readonly people: AbortSignal },
): Promise<FailuresSeen> {
  try {
    const failures = await allEnrollmentFailures(graph, { limit: mostFailures, signal: signal.all })
    return { failures: failures.map(cut), way: 'tenant', afterPerson: null }
  } catch (error) {
    const stays = error instanceof GraphFailure ? tooMuchAtOnce.has(error.code) : isTimeout(error)
    if (!stays || people.length === 0) throw error
    return readOneByOne(graph, people, signal.people)
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name)
}

/** One after the other: what fails for one is tried again in the next round, and does not hide what others have. */
async function readOneByOne(
  graph: GraphClient,
  people: readonly LinkedPerson[],
  signal: AbortSignal,
): Promise<FailuresSeen> {
  const found: SeenFailure[] = []
  let afterPerson: string | null = null
  let first: Error | null = null
  for (const { personId, entraId } of people) {
    try {
      const own = await enrollmentFailuresOf(graph, entraId, signal)
      found.push(...own.map((one) => cut({ ...one, userId: one.userId ?? entraId })))
      afterPerson = personId
    } catch (error) {
      if (signal.aborted) break
      first ??= error instanceof Error ? error : new Error('a read failed', { cause: error })
      if (
        error instanceof GraphFailure &&
        ['sign-in-refused', 'permission-missing', 'throttled'].includes(error.code)
      )
        break
    }
  }
  if (afterPerson === null && first !== null) throw first
  return { failures: found, way: 'people', afterPerson }
}

type Whole = SeenFailure & { readonly deviceId?: string | null }

function cut(failure: Whole): SeenFailure {
  const { id, at, userId, platform, os, osVersion, category, reason, correlationId, enrollmentType } = failure
  return { id, at, userId, platform, os, osVersion, category, reason, correlationId, enrollmentType }
}

/** Everything older than this is over. */
export function failuresOverBefore(now: Instant): Instant {
  return new Date(Date.parse(now) - failureDays * 86_400_000).toISOString()
}
