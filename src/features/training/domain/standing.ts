import type { Certification } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Course } from '#features/plan/domain/document/training.ts'
import { type Progress, type Step, stepsLeft } from './certificate.ts'
import { isEnding } from './lineage/gaps.ts'

export type StandingState = 'certified' | 'ending' | 'overridden' | 'ended' | 'missing'

export type Standing = {
  readonly state: StandingState
  /** Until when they may work in the tier. */
  readonly until: Instant | null
  /** What a new certificate still needs; nothing while one holds and does not end soon. */
  readonly left: readonly Step[]
}

/**
 * Where somebody stands with a course. An override lets one work, but is no training: what the certificate needs is still to do.
 * `hadOne`: whether they ever had a certificate for it.
 */
export function standingOf(
  course: Pick<Course, 'tier' | 'practiceTickets'>,
  certifications: readonly Certification[],
  progress: Progress,
  hadOne: boolean,
  at: Instant,
): Standing {
  const current = certifications.filter(
    ({ tier, from, until }) => tier === course.tier && from <= at && (until === null || at < until),
  )
  const trained = latest(current.filter(({ override }) => override === null))
  const left = stepsLeft(course, progress)
  if (trained) {
    const ends = trained.until !== null && isEnding(trained.until, at)
    return { state: ends ? 'ending' : 'certified', until: trained.until, left: ends ? left : [] }
  }
  const overridden = latest(current)
  if (overridden) return { state: 'overridden', until: overridden.until, left }
  return { state: hadOne ? 'ended' : 'missing', until: null, left }
}

/** The one that holds longest; one without end holds longer than any other. */
function latest(all: readonly Certification[]): Certification | null {
  return all.reduce<Certification | null>((longest, one) => {
    if (longest === null || one.until === null) return one
    return longest.until !== null && one.until > longest.until ? one : longest
  }, null)
}
