import type { Instant } from '#features/people/domain/instant.ts'
import { fine, no, type Verdict } from '../refusals.ts'

export type PlannedTrainingSession = {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly place: string | null
  readonly link: string | null
  readonly seats: number
}

/** Less than this is no training, whatever the agenda says: there is not even time for the first item. */
const shortestMinutes = 15
/** What goes on for longer is several training sessions; a slip of the year would stay in every forecast. */
const longestHours = 24
const farthestDays = 730

export function mayPlan(trainingSession: PlannedTrainingSession, at: Instant): Verdict {
  if (trainingSession.endsAt <= at) return no('session-in-the-past')
  const minutes = (Date.parse(trainingSession.endsAt) - Date.parse(trainingSession.startsAt)) / 60_000
  if (minutes < shortestMinutes) return no('session-too-short', { minutes: shortestMinutes })
  if (minutes > longestHours * 60) return no('session-too-long', { hours: longestHours })
  if (Date.parse(trainingSession.startsAt) - Date.parse(at) > farthestDays * 86_400_000)
    return no('session-too-far', { days: farthestDays })
  return trainingSession.place === null && trainingSession.link === null ? no('session-place-missing') : fine
}

/** Whoever has a seat keeps it: fewer seats than people who have one are refused. */
export function mayHaveSeats(seats: number, seated: number): Verdict {
  return seats >= seated ? fine : no('seats-taken', { count: seated })
}
