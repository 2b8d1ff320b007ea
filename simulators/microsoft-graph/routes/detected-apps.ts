import { createHash } from 'node:crypto'
import { type Answer, type Call, json } from '../http/call.ts'
import { filtered, page } from '../http/pages.ts'
import { badRequest, notFound } from '../http/problems.ts'
import type { Route } from '../http/routes.ts'
import type { DetectedAppRecord, DeviceRecord, Platform } from '../tenant/records.ts'
import type { World } from '../world.ts'
import { inList, presentDevice, readsDevices } from './devices.ts'

const usual = { area: 'intune', limited: 'intune-devices', needs: readsDevices, method: 'GET' } as const
const apps = '/deviceManagement/detectedApps'

export const detectedAppRoutes: readonly Route[] = [
  { ...usual, path: apps, answer: listApps },
  { ...usual, path: `${apps}/:id`, answer: oneApp },
  { ...usual, path: `${apps}/:id/managedDevices`, answer: devicesWithApp },
  { ...usual, path: '/deviceManagement/managedDevices/:id/detectedApps', betaOnly: true, answer: appsOfDevice },
]

/** Name, publisher, versions in use, and the share of devices that have it. */
const known: Readonly<Record<Platform, readonly (readonly [string, string, readonly string[], number])[]>> = {
  windows: [
    ['Company Portal', 'Microsoft Corporation', ['5.0.6421.0', '5.0.6373.0'], 1],
    ['Microsoft 365 Apps', 'Microsoft Corporation', ['16.0.19426.20186'], 0.95],
    ['7-Zip 24.09 (x64)', 'Igor Pavlov', ['24.09'], 0.3],
  ],
  ios: [
    ['Intune Company Portal', 'Microsoft Corporation', ['5.2510.0', '5.2508.1'], 1],
    ['Microsoft Outlook', 'Microsoft Corporation', ['5.2546.0'], 0.9],
  ],
  android: [
    ['Intune Company Portal', 'Microsoft Corporation', ['5.0.6729.0', '5.0.6604.0'], 1],
    ['Microsoft Outlook', 'Microsoft Corporation', ['4.2545.1'], 0.85],
  ],
  macos: [
    ['Company Portal', 'Microsoft Corporation', ['5.2510.0'], 1],
    ['Microsoft Teams', 'Microsoft Corporation', ['25290.205'], 0.9],
  ],
}
const platformNames = { windows: 'windows', ios: 'ios', android: 'androidOSP', macos: 'macOS' } as const

const hashed = (text: string) => createHash('sha256').update(text).digest()
const shareOf = (text: string) => hashed(text).readUInt32LE(0) / 4_294_967_296

function has(world: World, device: DeviceRecord): readonly DetectedAppRecord[] {
  const platform = world.tenant.behind.get(device.id)?.platform
  if (!platform) return []
  return known[platform].flatMap(([displayName, publisher, versions, share]) => {
    if (shareOf(`${device.id} ${displayName}`) >= share) return []
    const version = versions[Math.floor(shareOf(`${displayName} ${device.id}`) * versions.length)] ?? ''
    return [
      {
        id: hashed(`${platform} ${displayName} ${version}`).toString('hex').padEnd(64, '0'),
        displayName,
        version,
        sizeInByte: 0,
        deviceCount: 1,
        publisher,
        platform: platformNames[platform],
      },
    ]
  })
}

function everyApp(world: World): Map<string, { readonly app: DetectedAppRecord; readonly on: DeviceRecord[] }> {
  const all = new Map<string, { readonly app: DetectedAppRecord; readonly on: DeviceRecord[] }>()
  for (const device of world.tenant.devices.values())
    for (const app of has(world, device)) {
      const there = all.get(app.id) ?? { app, on: [] }
      there.on.push(device)
      all.set(app.id, there)
    }
  return all
}

function listApps(call: Call, world: World): Answer {
  const all = [...everyApp(world).values()].map(({ app, on }) => ({ ...app, deviceCount: on.length }))
  const found = filtered(all, call.query.get('$filter'), () => true)
  if (found.outcome === 'not-understood') return badRequest(world, 'The filter is not supported.')
  return page(world, call, found.items, {
    size: 50,
    most: 1000,
    count: true,
    context: 'deviceManagement/detectedApps',
  })
}

function oneApp(call: Call, world: World): Answer {
  const found = everyApp(world).get((call.at['id'] ?? '').toLowerCase())
  return found
    ? json({ ...found.app, deviceCount: found.on.length })
    : notFound(world, 'intune', call.at['id'] ?? '')
}

function devicesWithApp(call: Call, world: World): Answer {
  const found = everyApp(world).get((call.at['id'] ?? '').toLowerCase())
  if (!found) return notFound(world, 'intune', call.at['id'] ?? '')
  const devices = found.on.map((one) => inList(world, one))
  return page(world, call, devices, { size: 100, most: 1000, count: true, context: 'managedDevices' })
}

function appsOfDevice(call: Call, world: World): Answer {
  const found = presentDevice(world, call.at['id'] ?? '')
  if (!found) return notFound(world, 'intune', call.at['id'] ?? '')
  return page(world, call, has(world, found), { size: 50, most: 1000, count: true, context: 'detectedApps' })
}
