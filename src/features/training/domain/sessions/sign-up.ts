import type { Instant } from '#features/people/domain/instant.ts'
import { no, type Verdict, yes } from '../refusals.ts'

export type SignUp = {
  readonly personId: string
  readonly state: 'seated' | 'waiting' | 'withdrawn'
  /** Who asked first gets the seat that comes free. */
  readonly turn: number
  readonly attendedAt: Instant | null
}

export type SeatsOf = {
  readonly seats: number
  readonly endsAt: Instant
  readonly cancelledAt: Instant | null
}

/** A seat, or a place on the waiting list. Who withdrew and comes back is last again. */
export function signUp(
  trainingSession: SeatsOf,
  all: readonly SignUp[],
  personId: string,
  at: Instant,
): Verdict<Pick<SignUp, 'state' | 'turn'>> {
  if (trainingSession.cancelledAt !== null) return no('session-cancelled')
  if (trainingSession.endsAt <= at) return no('session-over')
  const own = all.find((one) => one.personId === personId)
  if (own && own.state !== 'withdrawn') return no('already-signed-up')
  const isFree = freeSeats(trainingSession, all) > 0
  const turn = Math.max(0, ...all.map((one) => one.turn)) + 1
  return yes({ state: isFree ? 'seated' : 'waiting', turn })
}

/** Who withdraws gives the seat to whoever has waited longest. */
export function withdraw(
  trainingSession: SeatsOf,
  all: readonly SignUp[],
  personId: string,
  at: Instant,
): Verdict<readonly string[]> {
  if (trainingSession.cancelledAt !== null) return no('session-cancelled')
  if (trainingSession.endsAt <= at) return no('session-over')
  const own = all.find((one) => one.personId === personId && one.state !== 'withdrawn')
  if (!own) return no('not-signed-up')
  if (own.attendedAt !== null) return no('already-attended')
  return yes(
    movingUp(
      trainingSession,
      all.filter((one) => one !== own),
    ),
  )
}

/** Who moves up from the waiting list, as far as there are seats. */
export function movingUp(trainingSession: Pick<SeatsOf, 'seats'>, all: readonly SignUp[]): readonly string[] {
  const free = freeSeats(trainingSession, all)
  return all
    .filter(({ state }) => state === 'waiting')
    .toSorted((one, other) => one.turn - other.turn)
    .slice(0, Math.max(0, free))
    .map(({ personId }) => personId)
}

export function freeSeats({ seats }: Pick<SeatsOf, 'seats'>, all: readonly SignUp[]): number {
  return seats - all.filter(({ state }) => state === 'seated').length
}
