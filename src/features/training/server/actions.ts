import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { sessionsAhead } from './store/sessions.ts'

export type PlannedTraining = {
  readonly id: string
  readonly course: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** Training sessions that are still to come and not called off, the first to begin first. */
export async function plannedTrainings(tx: Tx): Promise<readonly PlannedTraining[]> {
  const ahead = await sessionsAhead(tx)
  return ahead
    .filter(({ cancelledAt }) => cancelledAt === null)
    .map(({ id, courseKey, startsAt, endsAt }) => ({ id, course: courseKey, startsAt, endsAt }))
}
