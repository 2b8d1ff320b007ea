import { day, minute, never, second, stampOf } from '../clock.ts'
import { type Answer, type Call, fieldsOf, json, nothing } from '../http/call.ts'
import { page } from '../http/pages.ts'
import { badRequest, notFound, problem } from '../http/problems.ts'
import type { Route } from '../http/routes.ts'
import type { ActionRecord, DeviceRecord } from '../tenant/records.ts'
import { later, type World } from '../world.ts'
import { blobAddress } from './blobs.ts'
import { presentDevice, readsDevices } from './devices.ts'

const device = '/deviceManagement/managedDevices/:id'
const writes = ['DeviceManagementManagedDevices.ReadWrite.All']
const usual = {
  method: 'POST',
  area: 'intune',
  limited: 'intune-devices',
  needs: ['DeviceManagementManagedDevices.PrivilegedOperations.All'],
} as const

/** How long each takes on a device that is there. */
const takes: Readonly<Record<string, number>> = {
  syncDevice: 20 * second,
  rebootNow: 60 * second,
  shutDown: 60 * second,
  remoteLock: 30 * second,
  resetPasscode: 45 * second,
  recoverPasscode: 45 * second,
  locateDevice: 130 * second,
  disableLostMode: 30 * second,
  bypassActivationLock: 30 * second,
  requestRemoteAssistance: 30 * second,
  windowsDefenderUpdateSignatures: 90 * second,
  windowsDefenderScan: 5 * minute,
  cleanWindowsDevice: 10 * minute,
  logoutSharedAppleDeviceActiveUser: 30 * second,
  deleteUserFromSharedAppleDevice: 60 * second,
  retire: 3 * minute,
  wipe: 5 * minute,
}
const betaActions: Readonly<Record<string, number>> = {
  rotateBitLockerKeys: 60 * second,
  playLostModeSound: 20 * second,
}
const withBody = ['windowsDefenderScan', 'cleanWindowsDevice', 'deleteUserFromSharedAppleDevice']
const forWindows = [
  'windowsDefenderScan',
  'windowsDefenderUpdateSignatures',
  'cleanWindowsDevice',
  'rotateBitLockerKeys',
]
const forApple = [
  'disableLostMode',
  'bypassActivationLock',
  'logoutSharedAppleDeviceActiveUser',
  'deleteUserFromSharedAppleDevice',
  'playLostModeSound',
]

export const deviceActionRoutes: readonly Route[] = [
  ...Object.entries({ ...takes, ...betaActions }).map(
    ([name, time]): Route => ({
      ...usual,
      path: `${device}/${name}`,
      betaOnly: name in betaActions,
      answer: (call, world) => begin(call, world, name, time),
    }),
  ),
  {
    ...usual,
    needs: writes,
    path: `${device}/createDeviceLogCollectionRequest`,
    betaOnly: true,
    answer: collectLogs,
  },
  { ...usual, needs: readsDevices, method: 'GET', path: `${device}/logCollectionRequests`, answer: listLogs },
  { ...usual, needs: readsDevices, method: 'GET', path: `${device}/logCollectionRequests/:log`, answer: oneLog },
  { ...usual, needs: writes, path: `${device}/logCollectionRequests/:log/createDownloadUrl`, answer: logAddress },
]

function begin(call: Call, world: World, name: string, time: number): Answer {
  const found = presentDevice(world, call.at['id'] ?? '')
  if (!found) return notFound(world, 'intune', call.at['id'] ?? '')
  if (withBody.includes(name) && call.raw.length === 0)
    return badRequest(world, 'Empty Payload. JSON content expected.')
  const platform = world.tenant.behind.get(found.id)?.platform
  const stamp = world.clock.stamp()
  const action: ActionRecord = {
    ...(name === 'locateDevice' ? { '@odata.type': '#microsoft.graph.locateDeviceActionResult' } : {}),
    actionName: name,
    actionState: 'pending',
    startDateTime: stamp,
    lastUpdatedDateTime: stamp,
  }
  found.deviceActionResults = [
    ...found.deviceActionResults.filter(({ actionName }) => actionName !== name),
    action,
  ]
  const isFor = forWindows.includes(name)
    ? platform === 'windows'
    : forApple.includes(name)
      ? platform === 'ios'
      : true
  if (name === 'wipe') found.managementState = 'wipePending'
  if (name === 'retire') found.managementState = 'retirePending'
  later(world, isFor ? time : 5 * second, () => finish(world, found, action, isFor))
  return nothing
}

/** What an offline device was asked stays pending, and is tried again every five minutes. */
function finish(world: World, device: DeviceRecord, action: ActionRecord, isFor: boolean): void {
  const behind = world.tenant.behind.get(device.id)
  if (!behind) return
  if (behind.isOffline || world.faults.isOn('devices-vanish')) {
    later(world, 30 * second, () => finish(world, device, action, isFor))
    return
  }
  action.lastUpdatedDateTime = world.clock.stamp()
  if (!isFor) {
    action.actionState = 'notSupported'
    return
  }
  device.lastSyncDateTime = world.clock.stamp()
  // Intune often leaves a sync as it is, and only the check-in is newer.
  action.actionState = action.actionName === 'syncDevice' && world.chance.happens(0.5) ? 'pending' : 'done'
  if (action.actionName === 'locateDevice') action.deviceLocation = place(world)
  if (action.actionName !== 'wipe' && action.actionName !== 'retire') return
  device.managementState = action.actionName === 'wipe' ? 'wipeIssued' : 'retireIssued'
  later(world, 2 * minute, () => {
    world.tenant.devices.delete(device.id)
    world.tenant.behind.delete(device.id)
  })
}

function place(world: World) {
  return {
    lastCollectedDateTime: world.clock.stamp(),
    latitude: 52.09 + world.chance.next() / 100,
    longitude: 5.12 + world.chance.next() / 100,
    altitude: 0,
    horizontalAccuracy: 35,
    verticalAccuracy: 0,
    heading: 0,
    speed: 0,
  }
}

const mostAtOnce = 10

function collectLogs(call: Call, world: World): Answer {
  const found = presentDevice(world, call.at['id'] ?? '')
  if (!found) return notFound(world, 'intune', call.at['id'] ?? '')
  if (Object.keys(fieldsOf(fieldsOf(call.body)['templateType'])).length === 0)
    return badRequest(world, 'Empty Payload. JSON content expected.')
  const list = world.tenant.logCollections.get(found.id) ?? []
  if (list.filter(({ status }) => status === 'pending').length >= mostAtOnce)
    return problem(
      world,
      400,
      'BadRequest',
      `There are already ${mostAtOnce} collections under way for this device.`,
    )
  const asked: Record<string, unknown> = {
    id: `${found.id}_${world.chance.id().slice(0, 8)}`,
    status: 'pending',
    managedDeviceId: found.id,
    errorCode: 0,
    requestedDateTimeUTC: world.clock.stamp(),
    receivedDateTimeUTC: never,
    initiatedByUserPrincipalName: world.registrations.get(call.clientId)?.name ?? '',
    expirationDateTimeUTC: world.clock.stamp(28 * day),
    size: 0,
    sizeInKB: 0,
    enrolledByUser: found.userPrincipalName,
  }
  world.tenant.logCollections.set(found.id, [...list, asked])
  const isOffline = world.tenant.behind.get(found.id)?.isOffline === true || world.faults.isOn('devices-vanish')
  // A device that does not answer within a day has failed.
  later(world, isOffline ? day : 2 * minute, () =>
    Object.assign(asked, isOffline ? { status: 'failed', errorCode: -2_016_330_848 } : received(world)),
  )
  return json({ value: { '@odata.type': 'microsoft.graph.deviceLogCollectionResponse', ...asked } })
}

function received(world: World) {
  return {
    status: 'completed',
    receivedDateTimeUTC: stampOf(world.clock.now()),
    size: 1_482_240,
    sizeInKB: 1447.5,
  }
}

/** In v1.0 a collection has fewer fields than in the answer that began it. */
function listed(call: Call, { size, errorCode, ...rest }: Readonly<Record<string, unknown>>) {
  return call.version === 'beta' ? { ...rest, size, errorCode } : rest
}

function listLogs(call: Call, world: World): Answer {
  const found = presentDevice(world, call.at['id'] ?? '')
  if (!found) return notFound(world, 'intune', call.at['id'] ?? '')
  const list = (world.tenant.logCollections.get(found.id) ?? []).map((one) => listed(call, one))
  return page(world, call, list, { size: 100, most: 100, count: true, context: 'logCollectionRequests' })
}

function oneLog(call: Call, world: World): Answer {
  const found = world.tenant.logCollections.get(call.at['id'] ?? '')?.find(({ id }) => id === call.at['log'])
  return found ? json(listed(call, found)) : notFound(world, 'intune', call.at['log'] ?? '')
}

function logAddress(call: Call, world: World): Answer {
  const found = world.tenant.logCollections.get(call.at['id'] ?? '')?.find(({ id }) => id === call.at['log'])
  if (!found) return notFound(world, 'intune', call.at['log'] ?? '')
  if (found['status'] !== 'completed') return badRequest(world, 'The logs are not there yet.')
  return json({
    '@odata.context': `${world.url()}/v1.0/$metadata#Edm.String`,
    value: blobAddress(world, 'DeviceLogs.txt'),
  })
}
