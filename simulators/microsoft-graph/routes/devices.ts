import { minute, stampOf } from '../clock.ts'
import { oddDevice, oddPolicy } from '../faults/odd-values.ts'
import { type Answer, type Call, json } from '../http/call.ts'
import { comparisons, type Filter } from '../http/odata-filter.ts'
import { chosenFields, filtered, type Item, page } from '../http/pages.ts'
import { intuneProblem, notFound } from '../http/problems.ts'
import type { Route } from '../http/routes.ts'
import type { DeviceRecord } from '../tenant/records.ts'
import { devicesOf } from '../tenant/tenant.ts'
import type { World } from '../world.ts'
import { faultyFilter, seenUser } from './users.ts'

export const readsDevices = [
  'DeviceManagementManagedDevices.Read.All',
  'DeviceManagementManagedDevices.ReadWrite.All',
]
const readsPolicies = ['DeviceManagementConfiguration.Read.All', 'DeviceManagementConfiguration.ReadWrite.All']
const usual = { area: 'intune', limited: 'intune-devices', needs: readsDevices, method: 'GET' } as const
const device = '/deviceManagement/managedDevices/:id'

export const deviceRoutes: readonly Route[] = [
  { ...usual, path: '/users/:id/managedDevices', answer: devicesOfUser },
  { ...usual, path: '/deviceManagement/managedDevices', answer: listDevices },
  { ...usual, path: device, answer: oneDevice },
  { ...usual, path: `${device}/deviceCompliancePolicyStates`, needs: readsPolicies, answer: policyStates },
  {
    ...usual,
    path: `${device}/deviceCompliancePolicyStates/:policy/settingStates`,
    needs: readsPolicies,
    answer: settingStates,
  },
  { ...usual, path: `${device}/deviceConfigurationStates`, needs: readsPolicies, answer: configurationStates },
]

/** Filled for one device with `$select` alone. */
const forOne = {
  ethernetMacAddress: null,
  physicalMemoryInBytes: 0,
  notes: null,
  activationLockBypassCode: null,
  iccid: null,
  udid: null,
} as const

/** What a filter of this list may name; with anything else it is ignored, and every device comes back. */
const understood = [
  'operatingSystem',
  'deviceName',
  'lastSyncDateTime',
  'complianceState',
  'serialNumber',
  'enrolledDateTime',
]

function understands(filter: Filter): boolean {
  const parts = comparisons(filter)
  const hasOr = JSON.stringify(filter).includes('"kind":"or"')
  return (
    parts.every(({ field }) => understood.includes(field)) &&
    !(hasOr && new Set(parts.map(({ field }) => field)).size > 1)
  )
}

export function inList(world: World, one: DeviceRecord): Item {
  return oddDevice(world, { ...heard(world, one), ...forOne })
}

/** As it is by now: what the tenant says of later has not happened yet. */
function heard(world: World, one: DeviceRecord): DeviceRecord {
  const now = world.clock.now()
  if (Date.parse(one.lastSyncDateTime) <= now) return one
  const ago = (Number.parseInt(one.id.slice(0, 4), 16) % 180) * minute
  return { ...one, lastSyncDateTime: stampOf(Math.max(Date.parse(one.enrolledDateTime), now - ago)) }
}

function enrolled(world: World, devices: readonly DeviceRecord[]): DeviceRecord[] {
  const now = world.clock.now()
  return devices.filter((one) => Date.parse(one.enrolledDateTime) <= now)
}

function listDevices(call: Call, world: World): Answer {
  if (world.faults.strikes('unavailable')) return unavailable(world)
  const text = call.query.get('$filter')
  const all = enrolled(world, [...world.tenant.devices.values()]).map((one) => inList(world, one))
  const faulty = text === null ? null : faultyFilter(world)
  if (faulty === 'error')
    return intuneProblem(world, 500, 'InternalServerError', 'An internal server error has occurred')
  const found = filtered(all, text, understands)
  const items = faulty === 'ignored' || found.outcome === 'not-understood' ? all : found.items
  return page(world, call, items, {
    size: 1000,
    most: 1000,
    count: true,
    context: 'deviceManagement/managedDevices',
  })
}

/** A large list that takes too long: an error of Intune, or a page of the gateway that is no JSON. */
export function unavailable(world: World): Answer {
  const mode = world.faults.mode('unavailable', ['503', '504', '504-empty'])
  if (mode === '503')
    return intuneProblem(
      world,
      503,
      'CancelledOnServiceTimeout',
      'ScenarioTimeout=15000ms ...',
      'CancelOnTimeout4EndExecuteAction',
    )
  const bytes =
    mode === '504'
      ? '<!DOCTYPE html><html><head><title>504 Gateway Time-out</title></head><body><h1>Gateway Time-out</h1></body></html>'
      : ''
  return { status: 504, type: 'text/html', bytes }
}

function devicesOfUser(call: Call, world: World): Answer {
  const found = seenUser(world, call.at['id'] ?? '')
  if (!found) return notFound(world, 'intune', call.at['id'] ?? '')
  const { faults } = world
  // Whose devices they are is a filter too, inside Intune.
  const isIgnored = faults.isOn('filters') && faultyFilter(world) === 'ignored'
  const own = isIgnored ? [...world.tenant.devices.values()] : devicesOf(world.tenant, found.user.id)
  return page(
    world,
    call,
    enrolled(world, own).map((one) => inList(world, one)),
    {
      size: 1000,
      most: 1000,
      count: true,
      context: `users('${found.user.id}')/managedDevices`,
    },
  )
}

/** The device, unless it vanished since it was listed. */
export function presentDevice(world: World, id: string): DeviceRecord | null {
  const found = world.tenant.devices.get(id.toLowerCase())
  if (!found || world.faults.touches('devices-vanish', found.id, found.deviceName)) return null
  return found
}

function oneDevice(call: Call, world: World): Answer {
  const found = presentDevice(world, call.at['id'] ?? '')
  if (!found) return notFound(world, 'intune', call.at['id'] ?? '')
  const shown = call.query.has('$select') ? oddDevice(world, heard(world, found)) : inList(world, found)
  const chosen = chosenFields(world, call.query, [shown], {})
  if ('status' in chosen) return chosen
  return json({
    '@odata.context': `${world.url()}/v1.0/$metadata#deviceManagement/managedDevices/$entity`,
    ...chosen.pick(shown),
  })
}

function policyStates(call: Call, world: World): Answer {
  const found = presentDevice(world, call.at['id'] ?? '')
  if (!found) return notFound(world, 'intune', call.at['id'] ?? '')
  const policies = world.tenant.behind.get(found.id)?.policies ?? []
  return page(
    world,
    call,
    policies.map((policy) => oddPolicy(world, policy)),
    {
      size: 100,
      most: 100,
      count: true,
      context: `deviceManagement/managedDevices('${found.id}')/deviceCompliancePolicyStates`,
    },
  )
}

function settingStates(call: Call, world: World): Answer {
  const found = presentDevice(world, call.at['id'] ?? '')
  const policy = found && world.tenant.behind.get(found.id)?.policies.find(({ id }) => id === call.at['policy'])
  if (!policy) return notFound(world, 'intune', call.at['policy'] ?? '')
  const settings = oddPolicy(world, policy)['settingStates'] as Item[]
  return page(world, call, settings, { size: 100, most: 100, count: true, context: 'settingStates' })
}

function configurationStates(call: Call, world: World): Answer {
  const found = presentDevice(world, call.at['id'] ?? '')
  if (!found) return notFound(world, 'intune', call.at['id'] ?? '')
  const platform = world.tenant.behind.get(found.id)?.policies[0]?.platformType ?? 'all'
  const state = {
    id: 'c7a1d2e3-4b5c-4d6e-8f70-9a0b1c2d3e4f',
    displayName: 'Wi-Fi CONTOSO-Office',
    platformType: platform,
    state: 'compliant',
    settingCount: 4,
    version: 7,
    settingStates: [],
  }
  return page(world, call, [state], { size: 100, most: 100, count: true, context: 'deviceConfigurationStates' })
}
