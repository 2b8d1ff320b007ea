import type { Instant } from '#features/people/domain/instant.ts'
import type { Device, DeviceContext } from './context.ts'
import type { Field } from './field.ts'
import { serialOf } from './same-device.ts'
import { whyNotCompliant } from './worth-showing.ts'

type Changed<Value> = { readonly before: Value; readonly after: Value }
type OfDevice = { readonly deviceId: string; readonly name: string }

/** One thing that is otherwise than it was. */
export type Difference =
  | ({ readonly kind: 'device-added' | 'device-gone' | 'device-again' } & OfDevice)
  | ({
      readonly kind: 'compliance'
      /** The settings that are not met now, or were before when all are met now. */
      readonly settings: readonly string[]
    } & OfDevice &
      Changed<string>)
  | ({ readonly kind: 'setting-failed' | 'setting-mended'; readonly setting: string } & OfDevice)
  | ({ readonly kind: 'device-renamed' | 'os-version' | 'management' | 'ownership' } & OfDevice & Changed<string>)
  | ({ readonly kind: 'encrypted'; readonly after: boolean } & OfDevice)
  | ({ readonly kind: 'checked-in'; readonly at: Instant } & OfDevice)
  | ({ readonly kind: 'action'; readonly action: string; readonly state: string } & OfDevice)
  | { readonly kind: 'account'; readonly after: boolean }
  | ({ readonly kind: 'person-renamed' } & Changed<string>)
  | ({ readonly kind: 'licence'; readonly sku: string } & Changed<string>)
  | { readonly kind: 'joined' | 'left'; readonly group: string }
  | {
      readonly kind: 'enrollment-failed'
      readonly id: string
      readonly reason: string | null
      readonly at: Instant | null
    }
  | { readonly kind: 'app-failed'; readonly id: string; readonly app: string | null; readonly code: string | null }
  | ({ readonly kind: 'autopilot'; readonly serial: string } & Changed<string>)
  | { readonly kind: 'incident-began' | 'incident-ended'; readonly id: string; readonly title: string }
  | ({
      readonly kind: 'certificate-renewed'
      readonly certificate: 'push' | 'ade' | 'vpp'
      readonly name: string | null
    } & Changed<Instant>)

/**
 * What is otherwise in `after`. A part that could not be read on either side says nothing: not to know is no change.
 * A device that comes back under another id with its serial is the same one, enrolled again.
 */
export function difference(before: DeviceContext, after: DeviceContext): readonly Difference[] {
  const both = <Value>(
    read: (context: DeviceContext) => Field<Value>,
    compare: (was: Value, is: Value) => Difference[],
  ) => {
    const [was, is] = [read(before).value, read(after).value]
    return was === null || is === null ? [] : compare(was, is)
  }
  return [
    ...both((one) => one.devices, devicesDiffer),
    ...failedSince(before.enrollmentFailures, after.enrollmentFailures).map(
      ({ id, reason, at }) => ({ kind: 'enrollment-failed', id, reason, at }) as const,
    ),
    ...failedSince(before.appFailures, after.appFailures).map(
      ({ id, appName, code }) => ({ kind: 'app-failed', id, app: appName, code }) as const,
    ),
    ...both(
      (one) => one.person,
      (was, is) => [
        ...(is.enabled !== null && was.enabled !== null && is.enabled !== was.enabled
          ? [{ kind: 'account', after: is.enabled } as const]
          : []),
        ...(was.signInName !== is.signInName
          ? [{ kind: 'person-renamed', before: was.signInName, after: is.signInName } as const]
          : []),
      ],
    ),
    ...both((one) => one.licences, licencesDiffer),
    ...both(
      (one) => one.groups,
      (was, is) => [
        ...added(was, is, 'id').map(({ id, name }) => ({ kind: 'joined', group: name ?? id }) as const),
        ...added(is, was, 'id').map(({ id, name }) => ({ kind: 'left', group: name ?? id }) as const),
      ],
    ),
    ...both((one) => one.autopilot, autopilotDiffers),
    ...both(
      (one) => one.health,
      (was, is) => [
        ...added(was, is, 'id').map(({ id, title }) => ({ kind: 'incident-began', id, title }) as const),
        ...added(is, was, 'id').map(({ id, title }) => ({ kind: 'incident-ended', id, title }) as const),
      ],
    ),
    ...both((one) => one.certificates, certificatesDiffer),
  ]
}

function devicesDiffer(was: readonly Device[], is: readonly Device[]): Difference[] {
  const matched = is.map((device) => [device, counterpart(device, was, is)] as const)
  const found = new Set(matched.map(([, old]) => old?.id))
  return [
    ...matched.flatMap(([device, old]) => (old ? deviceDiffers(old, device) : [named('device-added', device)])),
    ...was.filter(({ id }) => !found.has(id)).map((device) => named('device-gone', device)),
  ]
}

function counterpart(device: Device, was: readonly Device[], is: readonly Device[]): Device | null {
  const same = was.find(({ id }) => id === device.id)
  if (same) return same
  const serial = serialOf(device)
  if (serial === null) return null
  return was.find((old) => serialOf(old) === serial && !is.some(({ id }) => id === old.id)) ?? null
}

function deviceDiffers(was: Device, is: Device): Difference[] {
  const of = { deviceId: is.id, name: is.name }
  const changed = (
    kind: 'device-renamed' | 'os-version' | 'management' | 'ownership',
    before: string | null,
    after: string | null,
  ) => (before !== null && after !== null && before !== after ? [{ kind, ...of, before, after } as const] : [])
  return [
    ...(was.id === is.id ? [] : [named('device-again', is)]),
    ...complianceDiffers(was, is),
    ...changed('device-renamed', was.name, is.name),
    ...changed('os-version', was.osVersion, is.osVersion),
    ...changed('management', was.managementState, is.managementState),
    ...changed('ownership', was.ownership, is.ownership),
    ...(was.isEncrypted !== null && is.isEncrypted !== null && was.isEncrypted !== is.isEncrypted
      ? [{ kind: 'encrypted', ...of, after: is.isEncrypted } as const]
      : []),
    ...is.actions
      .filter(
        ({ name, state, startedAt }) =>
          !was.actions.some((old) => old.name === name && old.state === state && old.startedAt === startedAt),
      )
      .map(({ name, state }) => ({ kind: 'action', ...of, action: name, state }) as const),
    ...(is.lastSyncAt !== null && (was.lastSyncAt ?? '') < is.lastSyncAt
      ? [{ kind: 'checked-in', ...of, at: is.lastSyncAt } as const]
      : []),
  ]
}

function complianceDiffers(was: Device, is: Device): Difference[] {
  const of = { deviceId: is.id, name: is.name }
  const [failed, fails] = [settingsOf(was), settingsOf(is)]
  if (was.compliance !== null && is.compliance !== null && was.compliance !== is.compliance) {
    const settings = fails === null ? [] : fails.length > 0 ? fails : (failed ?? [])
    return [{ kind: 'compliance', ...of, before: was.compliance, after: is.compliance, settings }]
  }
  if (failed === null || fails === null) return []
  return [
    ...fails
      .filter((one) => !failed.includes(one))
      .map((setting) => ({ kind: 'setting-failed', ...of, setting }) as const),
    ...failed
      .filter((one) => !fails.includes(one))
      .map((setting) => ({ kind: 'setting-mended', ...of, setting }) as const),
  ]
}

/** Null where it could not be read: what was known before may be true no more. */
function settingsOf(device: Device): readonly string[] | null {
  if (device.failing.failed !== null) return null
  return [...new Set(whyNotCompliant(device).map(({ setting }) => setting))]
}

function licencesDiffer(was: DeviceContext['licences']['value'] & object, is: typeof was): Difference[] {
  const skus = [...new Set([...was, ...is].map(({ sku }) => sku))]
  const plan = (of: typeof was, sku: string) => of.find((one) => one.sku === sku)?.intunePlan ?? 'none'
  return skus
    .map((sku) => ({ kind: 'licence', sku, before: plan(was, sku), after: plan(is, sku) }) as const)
    .filter(({ before, after }) => before !== after)
}

function autopilotDiffers(was: DeviceContext['autopilot']['value'] & object, is: typeof was): Difference[] {
  return is.flatMap(({ id, serial, enrollmentState: after }) => {
    const before = was.find((one) => one.id === id)?.enrollmentState ?? null
    return before !== null && after !== null && before !== after
      ? [{ kind: 'autopilot', serial: serial ?? id, before, after } as const]
      : []
  })
}

function certificatesDiffer(was: DeviceContext['certificates']['value'] & object, is: typeof was): Difference[] {
  return is.flatMap(({ id, kind, name, expiresAt: after }) => {
    const before = was.find((one) => one.id === id)?.expiresAt ?? null
    return before !== null && after !== null && after > before
      ? [{ kind: 'certificate-renewed', certificate: kind, name, before, after } as const]
      : []
  })
}

/** Where the list could not be read before, what failed by then is nothing new, though it was not in it. */
function failedSince<Item extends { readonly id: string; readonly at: Instant | null }>(
  was: Field<readonly Item[]>,
  is: Field<readonly Item[]>,
): readonly Item[] {
  if (was.value === null || is.value === null) return []
  const { failed } = was
  return added(was.value, is.value, 'id').filter(({ at }) => failed === null || (at !== null && at > failed.at))
}

function added<Item, Key extends keyof Item>(
  was: readonly Item[],
  is: readonly Item[],
  key: Key,
): readonly Item[] {
  const had = new Set(was.map((one) => one[key]))
  return is.filter((one) => !had.has(one[key]))
}

function named(kind: 'device-added' | 'device-gone' | 'device-again', { id, name }: Device): Difference {
  return { kind, deviceId: id, name }
}
