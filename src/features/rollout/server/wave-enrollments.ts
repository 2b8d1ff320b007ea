import {
  countPeopleEnrolled,
  enrollmentReading,
  enrollmentsFailing,
  type PeopleEnrolled,
} from '#features/devices/server/actions.ts'
import type { Wave } from '#features/plan/domain/document/involvement.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { dayAt } from '#features/plan/domain/rollout-day.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { InvalidInput, Refused } from '#platform/errors.ts'
import type { Reading, WaveView } from '../contract/waves.ts'
import { countsSince, type Enrollments, enrollmentsOf, platformsOf } from '../domain/waves/enrollments.ts'
import { waveStateOn } from '../domain/waves/wave-state.ts'
import { planInForce, waveIn } from './plan-in-force.ts'
import { countedEnrollments, insertCount, standingCorrections } from './store/counts.ts'
import { tellOfRollout } from './tell.ts'

/** What is known of the enrollments of some waves, from Intune and by hand. */
export type KnownEnrollments = {
  readonly reading: Reading | null
  /** By wave, as last read; empty where nothing was. */
  readonly intune: ReadonlyMap<string, PeopleEnrolled>
  /** By wave; `people`: of how many a file said that they enrolled. Null: nobody has told, or it has not begun. */
  readonly of: (wave: Wave, people: number) => Enrollments | null
}

export async function knownEnrollments(
  tx: Tx,
  plan: SupportPlan,
  waves: readonly Wave[],
  today: string,
): Promise<KnownEnrollments> {
  const keys = waves.map(({ key }) => key)
  const reading = await enrollmentReading(tx)
  const readAt = reading?.readAt ?? null
  const asked = waves.map((wave) => ({
    ...{ key: wave.key, groups: wave.groups },
    ...{ since: countsSince(plan, wave), platforms: platformsOf(wave) },
  }))
  const [intune, counted, corrections] = [
    readAt === null ? new Map<string, PeopleEnrolled>() : await countPeopleEnrolled(tx, asked),
    await countedEnrollments(tx, keys),
    await standingCorrections(tx, keys),
  ]
  return {
    reading: reading && { readAt, failed: reading.failed && whyOf(reading.failed) },
    intune,
    of: (wave, people) => {
      if (waveStateOn(wave, today) === 'to-come' && readAt !== null) return null
      const own = intune.get(wave.key)
      return enrollmentsOf({
        intune: own && readAt !== null ? { enrolled: own.since, at: readAt } : null,
        counted: counted.find((one) => one.wave === wave.key) ?? null,
        correction: corrections.get(wave.key) ?? null,
        people,
      })
    },
  }
}

const whyOf = ({ code, permission }: { readonly code: string; readonly permission: string | null }) => ({
  ...{ code, permission },
})

/** What Intune tells of one wave, and what was said by hand beside it. */
export async function enrollmentsShown(
  tx: Tx,
  wave: Wave,
  people: number,
  { reading, intune }: KnownEnrollments,
): Promise<Pick<WaveView, 'intune' | 'counts' | 'correction'>> {
  const own = intune.get(wave.key)
  return {
    intune: reading && {
      ...reading,
      people: own
        ? { of: people, since: own.since, before: own.before, platforms: own.platforms.map((one) => ({ ...one })) }
        : null,
      failing: await failingIn(tx, wave),
    },
    counts: (await countedEnrollments(tx, [wave.key])).map(({ day, enrolled, kind, note, by, at }) => ({
      ...{ day, enrolled, kind, note, by, at },
    })),
    correction: (await standingCorrections(tx, [wave.key])).get(wave.key) ?? null,
  }
}

async function failingIn(tx: Tx, { groups }: Wave): Promise<number | null> {
  const failing = await enrollmentsFailing(tx)
  return failing && failing.filter((one) => one.groups.some((group) => groups.includes(group))).length
}

/** Somebody says how many have enrolled: where Intune has told too, that its figure is wrong, and why. */
export async function countEnrollments(
  tx: Tx,
  by: string,
  key: string,
  { day, enrolled, note = null }: { day: string; enrolled: number; note?: string | null | undefined },
): Promise<void> {
  const { document: plan, today } = await planInForce(tx)
  waveIn(plan, key)
  if (day > today) throw new InvalidInput([{ path: 'day', code: 'day-to-come' }])
  const isCorrection = ((await enrollmentReading(tx))?.readAt ?? null) !== null
  if (isCorrection && note === null) throw new InvalidInput([{ path: 'note', code: 'reason-missing' }])
  const kind = isCorrection ? 'correction' : 'count'
  await insertCount(tx, { wave: key, day, enrolled, kind, note, by })
  await tellOfRollout(tx, key)
}

/** Goes back to Intune's figure; what was said in its place stays in the history. */
export async function withdrawCorrection(tx: Tx, by: string, key: string): Promise<void> {
  const { document: plan } = await planInForce(tx)
  waveIn(plan, key)
  const standing = (await standingCorrections(tx, [key])).get(key)
  if (!standing) throw new Refused({ code: 'nothing-corrected' })
  const day = dayAt(plan, tx.now)
  await insertCount(tx, { wave: key, day, enrolled: standing.enrolled, kind: 'withdrawal', note: null, by })
  await tellOfRollout(tx, key)
}
