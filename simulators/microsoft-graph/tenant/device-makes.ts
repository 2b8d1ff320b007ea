import type { Platform } from './records.ts'

export type Make = {
  readonly system: string
  readonly manufacturer: string
  readonly model: string
  readonly serial: string
  readonly versions: readonly string[]
  readonly storage: number
}

const gigabyte = 1024 ** 3

/** What people carry. Makers and models of computers are invented; phones need the names that people know. */
export const makes: Readonly<Record<Platform, readonly Make[]>> = {
  windows: [
    windows('Fabrikam', 'Fabrikam Slate 7', 'FB7', 476),
    windows('Fabrikam', 'Fabrikam Slate 5', 'FB5', 238),
    windows('Northwind', 'Northwind Pro 14', 'NW14', 476),
  ],
  ios: [
    apple('iPhone 16', 'H2W', ['26.1', '26.0.1', '18.7.2']),
    apple('iPhone 14', 'F17', ['26.1', '18.7.2']),
    apple('iPhone 12', 'DX3', ['18.7.2', '16.7.10']),
  ],
  android: [
    phone('samsung', 'Galaxy A54', 'R5C', ['15', '14']),
    phone('samsung', 'Galaxy XCover6 Pro', 'R3X', ['14', '12']),
    phone('Google', 'Pixel 8a', 'PX8', ['16']),
  ],
  macos: [
    {
      system: 'macOS',
      manufacturer: 'Apple',
      model: 'MacBook Air',
      serial: 'C02',
      versions: ['26.1', '15.7.2'],
      storage: 460 * gigabyte,
    },
  ],
}

function windows(manufacturer: string, model: string, serial: string, size: number): Make {
  const versions = ['10.0.26200.7171', '10.0.26100.7171', '10.0.22631.6199']
  return { system: 'Windows', manufacturer, model, serial, versions, storage: size * gigabyte }
}

function apple(model: string, serial: string, versions: readonly string[]): Make {
  return { system: 'iOS', manufacturer: 'Apple', model, serial, versions, storage: 119 * gigabyte }
}

function phone(manufacturer: string, model: string, serial: string, versions: readonly string[]): Make {
  return { system: 'Android', manufacturer, model, serial, versions, storage: 110 * gigabyte }
}
