import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { platforms as everyPlatform } from '#features/plan/domain/values.ts'
import { casesFor } from './checklist.ts'

export const deviceOutcomes = ['enrolled', 'with-trouble', 'not-enrolled'] as const
export type DeviceOutcome = (typeof deviceOutcomes)[number]
export const caseResults = ['passed', 'failed', 'skipped'] as const
export type CaseResult = (typeof caseResults)[number]

export type OwnDevice = {
  readonly personId: string
  readonly platform: Platform
  readonly outcome: DeviceOutcome
}
export type OwnCase = {
  readonly personId: string
  readonly platform: Platform
  readonly key: string
  readonly result: CaseResult
}

/** The platforms that people will come with: those of the first phase; without any, those of the whole rollout. */
export function pilotPlatforms({ involvement: { phases } }: SupportPlan): readonly Platform[] {
  const first = phases.toSorted((one, other) => (one.starts < other.starts ? -1 : 1))[0]
  const of = (some: typeof phases) => {
    const used = some.flatMap(({ waves }) =>
      waves.flatMap((wave) => wave.platforms.filter(({ percent }) => percent > 0).map(({ platform }) => platform)),
    )
    return everyPlatform.filter((platform) => used.includes(platform))
  }
  const own = first ? of([first]) : []
  return own.length > 0 ? own : of(phases)
}

export type Share = { readonly have: number; readonly of: number }

export type Experience = {
  /** Members with a device of their own in Intune, whatever the platform. */
  readonly any: Share
  readonly perPlatform: readonly (Share & { readonly platform: Platform })[]
  /** Test cases that somebody of the team has executed, of all there are for the platforms. */
  readonly cases: Share
  /** Every member has a device in Intune, and every platform is known to somebody. */
  readonly devicesComplete: boolean
  readonly casesComplete: boolean
}

/** What a team has been through itself. */
export function experienceOf(
  platforms: readonly Platform[],
  members: readonly string[],
  devices: readonly OwnDevice[],
  cases: readonly OwnCase[],
): Experience {
  const own = devices.filter(({ personId, outcome }) => outcome !== 'not-enrolled' && members.includes(personId))
  const having = (some: readonly OwnDevice[]): Share => ({
    have: new Set(some.map(({ personId }) => personId)).size,
    of: members.length,
  })
  const perPlatform = platforms.map((platform) => ({
    platform,
    ...having(own.filter((one) => one.platform === platform)),
  }))
  const any = having(own)
  const wanted = platforms.flatMap((platform) => casesFor(platform).map(({ key }) => `${platform} ${key}`))
  const done = new Set(
    cases
      .filter(({ personId, result }) => result !== 'skipped' && members.includes(personId))
      .map(({ platform, key }) => `${platform} ${key}`),
  )
  const executed = wanted.filter((one) => done.has(one)).length
  return {
    any,
    perPlatform,
    cases: { have: executed, of: wanted.length },
    devicesComplete: any.of > 0 && any.have === any.of && perPlatform.every(({ have }) => have > 0),
    casesComplete: wanted.length > 0 && executed === wanted.length,
  }
}
