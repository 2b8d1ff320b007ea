import { type GraphClient } from '../graph-client.ts'
import { devicePath } from './devices.ts'

/** What Intune can be told to do with a device, as it names it. Needs the registration that may act. */
export const deviceActionNames = [
  'syncDevice',
  'rebootNow',
  'shutDown',
  'remoteLock',
  'locateDevice',
  'resetPasscode',
  'recoverPasscode',
  'bypassActivationLock',
  'disableLostMode',
  'requestRemoteAssistance',
  'windowsDefenderUpdateSignatures',
  'windowsDefenderScan',
  'cleanWindowsDevice',
  'logoutSharedAppleDeviceActiveUser',
  'deleteUserFromSharedAppleDevice',
  'rotateBitLockerKeys',
  'retire',
  'wipe',
] as const
export type DeviceActionName = (typeof deviceActionNames)[number]

const betaOnly: readonly DeviceActionName[] = ['rotateBitLockerKeys']

/** Asks for it; whether it is done shows later, in the device's `actions`. It is never asked twice by itself. */
export async function tellDevice(
  graph: GraphClient,
  deviceId: string,
  action: DeviceActionName,
  options: { readonly body?: Readonly<Record<string, unknown>>; readonly signal?: AbortSignal } = {},
): Promise<void> {
  await graph.post(`${devicePath(deviceId)}/${action}`, {
    ...(betaOnly.includes(action) && { version: 'beta' as const }),
    ...(options.body && { body: options.body }),
    ...(options.signal && { signal: options.signal }),
  })
}
