import { describe, expect, test } from 'vitest'
import type { Device } from '#features/devices/domain/context.ts'
import { deviceLines } from './device-lines.ts'

const device = (given: Partial<Device>) =>
  ({
    ...{ name: 'Phone', platform: 'ios', os: 'iOS', osVersion: '26.1', model: 'iPhone 15', manufacturer: 'Apple' },
    ...{ serial: 'C02X', lastSyncAt: null },
    ...given,
  }) as Device

describe('the devices that a ticket may be about', () => {
  test('are those of its platform, the one in touch last first', () => {
    const devices = [
      device({ name: 'Old', lastSyncAt: '2026-01-01T00:00:00.000Z' }),
      device({ name: 'Laptop', platform: 'windows' }),
      device({ name: 'New', lastSyncAt: '2026-11-01T00:00:00.000Z' }),
    ]
    expect(deviceLines(devices, 'ios', 'en').map((line) => line.split(',')[0])).toEqual(['New', 'Old'])
    expect(deviceLines(devices, null, 'en')).toHaveLength(3)
  })

  test('leave out what nobody knows', () => {
    const bare = device({ manufacturer: null, osVersion: null, serial: null })
    expect(deviceLines([device({}), bare], 'ios', 'nl')).toEqual([
      'Phone, Apple iPhone 15, iOS 26.1, serienummer C02X',
      'Phone, iPhone 15, iOS',
    ])
  })
})
