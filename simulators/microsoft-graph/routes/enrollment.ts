import { capitalised } from '../faults/odd-values.ts'
import { type Answer, type Call, json } from '../http/call.ts'
import { comparisons } from '../http/odata-filter.ts'
import { filtered, type Item, page } from '../http/pages.ts'
import { badRequest, notFound } from '../http/problems.ts'
import type { Route } from '../http/routes.ts'
import { never } from '../clock.ts'
import type { World } from '../world.ts'

const needs = ['DeviceManagementServiceConfig.Read.All', 'DeviceManagementServiceConfig.ReadWrite.All']
const usual = { area: 'intune', limited: 'intune-enrollment', needs, method: 'GET' } as const
const readsApps = ['DeviceManagementApps.Read.All', 'DeviceManagementApps.ReadWrite.All']
const autopilot = '/deviceManagement/windowsAutopilotDeviceIdentities'

export const enrollmentRoutes: readonly Route[] = [
  { ...usual, path: '/deviceManagement/deviceEnrollmentConfigurations', answer: settings },
  { ...usual, path: '/deviceManagement/applePushNotificationCertificate', answer: push },
  { ...usual, path: '/deviceManagement/depOnboardingSettings', betaOnly: true, answer: enrollmentTokens },
  { ...usual, path: '/deviceAppManagement/vppTokens', needs: [...needs, ...readsApps], answer: vppTokens },
  { ...usual, path: autopilot, answer: autopilotDevices },
  { ...usual, path: `${autopilot}/:id`, answer: autopilotDevice },
]
const pages = { size: 1000, most: 1000, count: false } as const

function settings(call: Call, world: World): Answer {
  const isExpanded = call.query.get('$expand')?.startsWith('assignments') === true
  const all = world.tenant.enrollmentSettings.map(({ assignments, ...rest }) =>
    isExpanded ? { ...rest, assignments } : rest,
  )
  const odd = world.faults.isOn('odd-values')
    ? [
        {
          '@odata.type': '#microsoft.graph.deviceEnrollmentTelepathyConfiguration',
          id: world.chance.id(),
          priority: 0,
        },
      ]
    : []
  return page(world, call, [...odd, ...all], {
    ...pages,
    context: 'deviceManagement/deviceEnrollmentConfigurations',
  })
}

function push(_call: Call, world: World): Answer {
  const { tenant } = world
  if (!tenant.push) return notFound(world, 'intune', 'applePushNotificationCertificate')
  const odd = world.faults.isOn('odd-values') ? { expirationDateTime: never } : {}
  return json({
    '@odata.context': `${world.url()}/v1.0/$metadata#deviceManagement/applePushNotificationCertificate/$entity`,
    ...tenant.push,
    ...odd,
  })
}

function enrollmentTokens(call: Call, world: World): Answer {
  return page(world, call, world.tenant.enrollmentTokens, {
    ...pages,
    context: 'deviceManagement/depOnboardingSettings',
  })
}

function vppTokens(call: Call, world: World): Answer {
  const all = world.tenant.vppTokens.map((token) =>
    world.faults.isOn('odd-values')
      ? { ...token, state: 'duplicateLocationId', lastSyncStatus: capitalised(token.lastSyncStatus) }
      : token,
  )
  return page(world, call, all, { ...pages, context: 'deviceAppManagement/vppTokens' })
}

function autopilotDevices(call: Call, world: World): Answer {
  const all: readonly Item[] = [...world.tenant.autopilot.values()]
  const found = filtered(all, call.query.get('$filter'), (filter) =>
    comparisons(filter).every(
      ({ field, operator }) => field === 'serialNumber' && ['contains', 'eq'].includes(operator),
    ),
  )
  if (found.outcome === 'not-understood') return badRequest(world, 'The filter is not supported.')
  return page(world, call, found.items, {
    ...pages,
    count: true,
    context: 'deviceManagement/windowsAutopilotDeviceIdentities',
  })
}

function autopilotDevice(call: Call, world: World): Answer {
  const found = world.tenant.autopilot.get((call.at['id'] ?? '').toLowerCase())
  return found ? json(found) : notFound(world, 'intune', call.at['id'] ?? '')
}
