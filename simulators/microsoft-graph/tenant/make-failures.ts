import { type Chance, chanceFor } from '../chance.ts'
import { day, hour, minute, stampOf } from '../clock.ts'
import { makes } from './device-makes.ts'
import { type FailureKind, failureKinds } from './failure-kinds.ts'
import type { UserRecord } from './records.ts'
import type { Failure } from './tenant.ts'

const nobodysDevice = '00000000-0000-0000-0000-000000000000'
/** Minutes until a failure can be read. An assumption: Microsoft publishes no figure. */
export const lateness = 15 * minute

/** How many people of a wave under way had a failure lately, unless said otherwise. */
export const usualFailures = 1 / 16

/** Some people of the waves under way had a failure lately; the third wave has not begun. */
export function makeFailures(
  users: readonly UserRecord[],
  wave: ReadonlyMap<string, number>,
  { seed, at, share }: { readonly seed: number; readonly at: number; readonly share: number },
): Failure[] {
  const span = [20 * day, 16 * day, 6 * day] as const
  return users.flatMap((user) => {
    const chance = chanceFor(seed, `failures of ${user.id}`)
    const part = wave.get(user.id) ?? 0
    const reach = span[part]
    if (reach === undefined || !chance.happens(share)) return []
    const kind = anyKind(part, chance)
    const last = at - hour - Math.floor(chance.next() * reach)
    const tries = chance.between(1, 3)
    return Array.from({ length: tries }, (_, turn) =>
      failureOf(user, kind, { at: last - turn * chance.between(4, 50) * minute, chance, lateBy: lateness }),
    )
  })
}

function anyKind(wave: number, chance: Chance): FailureKind {
  const all = failureKinds.reduce((sum, { weight }) => sum + (weight[wave] ?? 0), 0)
  let left = chance.next() * all
  const found = failureKinds.find(({ weight }) => (left -= weight[wave] ?? 0) < 0)
  if (!found) throw new RangeError('No kind of failure to choose from')
  return found
}

export type FailureWish = {
  readonly at: number
  readonly chance: Chance
  readonly lateBy: number
  readonly reason?: string
}

export function failureOf(
  user: UserRecord,
  kind: FailureKind,
  { at, chance, lateBy, reason }: FailureWish,
): Failure {
  const make = chance.oneOf(makes[kind.platform])
  return {
    visibleAt: at + lateBy,
    record: {
      '@odata.type': '#microsoft.graph.enrollmentTroubleshootingEvent',
      id: chance.id(),
      eventDateTime: stampOf(at),
      correlationId: chance.id(),
      managedDeviceIdentifier: chance.id(),
      operatingSystem: make.system,
      osVersion: chance.oneOf(make.versions),
      userId: user.id,
      deviceId: nobodysDevice,
      enrollmentType: kind.enrollmentType,
      failureCategory: kind.category,
      failureReason: reason ?? kind.reason,
    },
    beta: {
      eventName: 'EnrollmentFailure',
      additionalInformation: [{ name: 'DeviceModel', value: make.model }],
      troubleshootingErrorDetails: {
        context: 'Enrollment',
        failure: kind.failure,
        failureDetails: kind.details,
        remediation: kind.remediation,
        resources: [{ text: 'Set enrollment restrictions', link: 'https://learn.microsoft.com/intune/' }],
      },
    },
  }
}
