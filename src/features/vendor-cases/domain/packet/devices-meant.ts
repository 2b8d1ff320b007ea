import type { Device, DeviceContext } from '#features/devices/domain/context.ts'

/** Devices that may be meant; the one that was seen last first. Nothing but what Microsoft looks a device up by. */
const mostDevices = 3

export function devicesMeant(context: DeviceContext, platform: string | null): readonly Device[] {
  return (context.devices.value ?? [])
    .filter((one) => platform === null || one.platform === null || matches(one, platform))
    .toSorted((a, b) => (b.lastSyncAt ?? '').localeCompare(a.lastSyncAt ?? ''))
    .slice(0, mostDevices)
}

const matches = (one: Device, platform: string) =>
  platform.toLowerCase().includes(String(one.platform).toLowerCase())

export function joined(parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter((part) => typeof part === 'string' && part.trim() !== '').join(' · ')
}

export function utc(at: string | null): string {
  return at === null ? '' : `${at.slice(0, 16).replace('T', ' ')} UTC`
}
