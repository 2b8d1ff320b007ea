import type { World } from '../world.ts'
import { never } from '../clock.ts'
import type { Item } from '../http/pages.ts'

/** Dates that mean "never", states of tomorrow, and fields that are absent. */
export function oddDevice(world: World, device: Item): Item {
  const id = String(device['id'])
  if (!world.faults.touches('odd-values', id)) return device
  const odd: Record<string, unknown> = {
    ...device,
    lastSyncDateTime: never,
    complianceState: 'awaitingAttestation',
    managementState: 'unknownFutureValue',
    deviceEnrollmentType: 'tokenlessEnrollment',
  }
  for (const name of [
    'osVersion',
    'enrollmentProfileName',
    'complianceGracePeriodExpirationDateTime',
    'isEncrypted',
  ])
    delete odd[name]
  return odd
}

/** The spelling of devices where policies have another, and settings without a code. */
export function oddPolicy(world: World, policy: Item): Item {
  if (!world.faults.touches('odd-values', String(policy['id']))) return policy
  const settings = Array.isArray(policy['settingStates']) ? (policy['settingStates'] as Item[]) : []
  return {
    ...policy,
    state: policy['state'] === 'nonCompliant' ? 'noncompliant' : policy['state'],
    settingStates: settings.map((setting) => ({
      ...without(setting, 'errorCode'),
      state: setting['state'] === 'nonCompliant' ? 'noncompliant' : setting['state'],
    })),
  }
}

/** A category of tomorrow, and something else in the same list. */
export function oddFailures(world: World, failures: readonly Item[]): Item[] {
  if (!world.faults.isOn('odd-values')) return [...failures]
  const strange = {
    '@odata.type': '#microsoft.graph.quantumTroubleshootingEvent',
    id: world.chance.id(),
    eventDateTime: world.clock.stamp(),
    correlationId: null,
  }
  return [
    strange,
    ...failures.map((failure) => {
      if (!world.faults.touches('odd-values', String(failure['id']))) return failure
      return {
        ...without(failure, 'osVersion'),
        failureCategory: 'postQuantumPolicy',
        deviceId: null,
        eventDateTime: failure['eventDateTime'],
      }
    }),
  ]
}

/** `ServiceDegradation` in place of `serviceDegradation`: Microsoft writes both. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function without(item: Item, field: string): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => name !== field))
}
