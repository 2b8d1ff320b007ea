import type { Instant } from '#features/people/domain/instant.ts'
import type { SimulatorControl } from '../../../simulators/microsoft-graph/control/client.ts'
import { type Trouble, troubles } from './troubles.ts'

/** What goes wrong for somebody, as it shows in Microsoft's tenant. */
export type Misfortune = {
  readonly at: Instant
  readonly address: string
  /** The English subject of the trouble. */
  readonly subject: string
  mended?: boolean
}

/** A device as people name it: what stands in evidence. */
export type DemoDevice = {
  readonly id: string
  readonly model: string
  readonly serial: string
  readonly version: string
}

/** Makes it so, a few minutes before the ticket: whoever looks at Microsoft sees what the requester tells. */
export async function inTenant(
  control: SimulatorControl,
  { address, subject }: Misfortune,
): Promise<DemoDevice | null> {
  const trouble = named(subject)
  const fact = trouble.tenant
  if (fact.kind === 'enrollment') {
    const { failure: kind, reason } = fact
    await control.addFailure({
      person: address,
      kind,
      minutesAgo: 25,
      ...(reason === undefined ? {} : { reason }),
    })
    return null
  }
  const device = await deviceOf(control, address, trouble)
  if (fact.kind === 'compliance') await control.compliance(device.id, fact.failing)
  if (fact.kind === 'app')
    await control.addAppFailure({ device: device.id, app: fact.app, code: fact.code, minutesAgo: 40 })
  if (fact.kind === 'twice') {
    const { deviceName, serialNumber, model } = device
    const twin = await control.addDevice({
      person: address,
      platform: platformOf(trouble),
      offline: true,
      fields: { deviceName, serialNumber, model },
    })
    await control.changeDevice({ device: twin.id, silentHours: 24 * 31 })
  }
  return { id: device.id, model: device.model, serial: device.serialNumber, version: device.osVersion }
}

/** What was solved no longer shows; what failed once did fail. */
export async function mended(control: SimulatorControl, { address, subject }: Misfortune): Promise<void> {
  const trouble = named(subject)
  if (trouble.tenant.kind !== 'compliance') return
  const device = await deviceOf(control, address, trouble)
  await control.compliance(device.id, [])
}

/** The device of this platform that they have, or a new one. */
async function deviceOf(control: SimulatorControl, address: string, trouble: Trouble) {
  const { devices } = await control.person(address)
  const system = systems[platformOf(trouble)]
  const known = devices.find(({ operatingSystem }) => operatingSystem === system)
  return known ?? (await control.addDevice({ person: address, platform: platformOf(trouble) }))
}

const systems = { windows: 'Windows', ios: 'iOS', android: 'Android', macos: 'macOS' } as const

function platformOf({ platform }: Trouble): keyof typeof systems {
  return platform in systems ? (platform as keyof typeof systems) : 'windows'
}

function named(subject: string): Trouble {
  const trouble = troubles.find((one) => one.subject.en === subject)
  if (!trouble) throw new RangeError(`The demo has no trouble "${subject}"`)
  return trouble
}
