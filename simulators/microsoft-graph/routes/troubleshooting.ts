import { oddFailures } from '../faults/odd-values.ts'
import { type Answer, type Call, fieldsOf, json, listOf } from '../http/call.ts'
import { type Item, page } from '../http/pages.ts'
import { badRequest, notFound } from '../http/problems.ts'
import type { Route } from '../http/routes.ts'
import { never, second } from '../clock.ts'
import type { AppFailureRecord } from '../tenant/app-failures.ts'
import type { Failure } from '../tenant/tenant.ts'
import { later, type World } from '../world.ts'
import { readsDevices, unavailable } from './devices.ts'
import { blobAddress } from './blobs.ts'
import { seenUser } from './users.ts'

const readsApps = ['DeviceManagementApps.Read.All', 'DeviceManagementApps.ReadWrite.All']
const writesApps = ['DeviceManagementApps.ReadWrite.All']
const usual = { area: 'intune', limited: 'intune-enrollment', needs: readsDevices } as const
const app = '/deviceManagement/mobileAppTroubleshootingEvents/:id/appLogCollectionRequests'

export const troubleshootingRoutes: readonly Route[] = [
  { ...usual, method: 'GET', path: '/deviceManagement/troubleshootingEvents', answer: listFailures },
  { ...usual, method: 'GET', path: '/deviceManagement/troubleshootingEvents/:id', answer: oneFailure },
  { ...usual, method: 'GET', path: '/users/:id/deviceManagementTroubleshootingEvents', answer: failuresOfUser },
  {
    ...usual,
    needs: readsApps,
    method: 'GET',
    path: '/users/:id/mobileAppTroubleshootingEvents',
    betaOnly: true,
    answer: appsOfUser,
  },
  {
    ...usual,
    needs: readsApps,
    method: 'GET',
    path: '/deviceManagement/mobileAppTroubleshootingEvents',
    answer: listApps,
  },
  { ...usual, needs: writesApps, method: 'POST', path: app, answer: askAppLogs },
  { ...usual, needs: readsApps, method: 'GET', path: app, answer: listAppLogs },
  { ...usual, needs: readsApps, method: 'GET', path: `${app}/:log`, answer: oneAppLog },
  { ...usual, needs: writesApps, method: 'POST', path: `${app}/:log/createDownloadUrl`, answer: appLogAddress },
]

/** The newest first. What has just happened is not shown yet. */
function shown(call: Call, world: World, failures: readonly Failure[]): Item[] {
  const now = world.clock.now()
  const seen = failures
    .filter(({ visibleAt }) => visibleAt <= now)
    .toSorted((a, b) => b.record.eventDateTime.localeCompare(a.record.eventDateTime))
    .map(({ record, beta }) => (call.version === 'beta' ? { ...record, ...beta } : record))
  const autopilot =
    call.version === 'beta' && world.faults.isOn('odd-values')
      ? [
          {
            '@odata.type': '#microsoft.graph.appleVppTokenTroubleshootingEvent',
            id: world.chance.id(),
            eventDateTime: world.clock.stamp(),
          },
        ]
      : []
  return oddFailures(world, [...autopilot, ...seen])
}

const pages = { size: 100, most: 1000, count: true } as const

function listFailures(call: Call, world: World): Answer {
  if (world.faults.strikes('unavailable')) return unavailable(world)
  const context = 'deviceManagement/troubleshootingEvents'
  return page(world, call, shown(call, world, world.tenant.failures), { ...pages, context })
}

function oneFailure(call: Call, world: World): Answer {
  const found = shown(call, world, world.tenant.failures).find(({ id }) => id === call.at['id'])
  return found ? json(found) : notFound(world, 'intune', call.at['id'] ?? '')
}

function failuresOfUser(call: Call, world: World): Answer {
  const found = seenUser(world, call.at['id'] ?? '')
  if (!found) return notFound(world, 'intune', call.at['id'] ?? '')
  const own = world.tenant.failures.filter(({ record }) => record.userId === found.user.id)
  return page(world, call, shown(call, world, own), { ...pages, context: 'deviceManagementTroubleshootingEvents' })
}

function appsOfUser(call: Call, world: World): Answer {
  const found = seenUser(world, call.at['id'] ?? '')
  if (!found) return notFound(world, 'intune', call.at['id'] ?? '')
  const own = happened(world).filter(({ userId }) => userId === found.user.id)
  return page(world, call, own, { ...pages, context: 'mobileAppTroubleshootingEvents' })
}

function happened(world: World): AppFailureRecord[] {
  const now = world.clock.now()
  return world.tenant.appFailures.filter(({ eventDateTime }) => Date.parse(eventDateTime) <= now)
}

/** In v1.0 an item has only its id. */
function listApps(call: Call, world: World): Answer {
  const all = happened(world).map((one) => (call.version === 'beta' ? one : { id: one.id }))
  return page(world, call, all, { ...pages, context: 'deviceManagement/mobileAppTroubleshootingEvents' })
}

function askAppLogs(call: Call, world: World): Answer {
  const event = world.tenant.appFailures.find(({ id }) => id === call.at['id'])
  if (!event) return notFound(world, 'intune', call.at['id'] ?? '')
  const folders = listOf(fieldsOf(call.body)['customLogFolders'])
  if (folders.length === 0) return badRequest(world, 'customLogFolders must not be empty.')
  const asked: Record<string, unknown> = {
    id: `${event.id}_${world.chance.id().slice(0, 8)}`,
    status: 'pending',
    errorMessage: null,
    customLogFolders: folders,
    completedDateTime: never,
  }
  world.tenant.appLogCollections.set(event.id, [...(world.tenant.appLogCollections.get(event.id) ?? []), asked])
  later(world, 90 * second, () => {
    const isOffline = world.tenant.behind.get(event.managedDeviceIdentifier)?.isOffline ?? true
    Object.assign(asked, {
      status: isOffline ? 'failed' : 'completed',
      errorMessage: isOffline ? 'The device did not answer.' : null,
      completedDateTime: world.clock.stamp(),
    })
  })
  return json(asked, 201)
}

function listAppLogs(call: Call, world: World): Answer {
  const all = world.tenant.appLogCollections.get(call.at['id'] ?? '') ?? []
  return page(world, call, all, { ...pages, context: 'appLogCollectionRequests' })
}

function oneAppLog(call: Call, world: World): Answer {
  const found = world.tenant.appLogCollections.get(call.at['id'] ?? '')?.find(({ id }) => id === call.at['log'])
  return found ? json(found) : notFound(world, 'intune', call.at['log'] ?? '')
}

function appLogAddress(call: Call, world: World): Answer {
  const found = world.tenant.appLogCollections.get(call.at['id'] ?? '')?.find(({ id }) => id === call.at['log'])
  if (!found) return notFound(world, 'intune', call.at['log'] ?? '')
  if (found['status'] !== 'completed') return badRequest(world, 'The logs are not there yet.')
  return json({
    '@odata.context': `${world.url()}/v1.0/$metadata#microsoft.graph.appLogCollectionDownloadDetails`,
    value: {
      downloadUrl: blobAddress(world, 'app.log'),
      decryptionKey: Buffer.from(world.chance.id()).toString('base64'),
      appLogDecryptionAlgorithm: 'aes256',
    },
  })
}
