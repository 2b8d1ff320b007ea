import type { EvidenceItem } from '#features/plan/domain/document/process.ts'
import { tenantId } from '../../../simulators/microsoft-graph/tenant/make-tenant.ts'
import type { Chance } from '../../../simulators/microsoft-graph/chance.ts'
import type { DemoDevice } from './in-tenant.ts'
import type { Trouble } from './troubles.ts'

const devices = {
  windows: { model: 'Surface Laptop 7', serial: '0F3', version: 'Windows 11 25H2 (26200.7171)' },
  ios: { model: 'iPhone 16', serial: 'H2W', version: 'iOS 26.1' },
  android: { model: 'Galaxy A54', serial: 'R5C', version: 'Android 12' },
  macos: { model: 'MacBook Air M3', serial: 'C02', version: 'macOS 26.1' },
} as const
type Device = { readonly model: string; readonly serial: string; readonly version: string }

export type Scene = {
  readonly trouble: Trouble
  readonly chance: Chance
  /** The last attempt, and whose account it was. */
  readonly at: string
  readonly account: string
  /** The device that it is about, as the tenant has it; null: one that never enrolled. */
  readonly device: DemoDevice | null
}

/** What an agent writes down for one thing that the next tier asks for. */
export function finding(item: EvidenceItem, scene: Scene): string {
  const { trouble } = scene
  if (item.kind === 'choice') return choice(item, trouble)
  if (item.kind === 'code') return trouble.code || trouble.shown
  if (item.kind === 'steps-tried') return 'Company Portal > Sync; restart; second network. No change.'
  return texts[item.key]?.(scene, deviceIn(scene)) ?? `${trouble.shown} (${deviceIn(scene).version})`
}

function choice({ key, options }: EvidenceItem, { category }: Trouble): string {
  const fits = key === 'since-when' && !category.startsWith('enrollment') ? 'suddenly' : undefined
  return (options.find((option) => option.key === fits) ?? options[0])?.key ?? ''
}

function deviceIn({ trouble: { platform }, device }: Scene): Device {
  if (device) return device
  return devices[platform as keyof typeof devices] ?? devices.windows
}

const texts: Readonly<Record<string, (scene: Scene, device: Device) => string>> = {
  'error-text': ({ trouble }) => trouble.shown,
  'device-identity': (scene, device) => `${device.model}, ${serialOf(scene, device)}`,
  'os-version': (_scene, { version }) => version,
  'app-name': () => 'Contoso Draw',
  'connection-name': () => 'CONTOSO-Office',
  'devices-in-use': () => 'iPhone 16 is the new one; iPhone 11 and iPhone 8 may go.',
  'lock-screen-text': ({ trouble }) => trouble.shown,
  reproduction: ({ trouble }, { model }) => `Same on a second ${model} with a test account: ${trouble.shown}`,
  'ruled-out': ({ trouble }) => trouble.ruledOut,
  'moment-and-account': ({ at, account }) => `${utc(at)}, ${account}`,
  'sign-in-log': ({ chance, trouble }) =>
    `Correlation ID ${hex(chance, 8)}-${hex(chance, 4)}-4${hex(chance, 3)}-a${hex(chance, 3)}-${hex(chance, 12)}, ${trouble.code || 'success'}, policy “Require compliant device”`,
  'policy-state': ({ trouble }) => `One setting in error, the others applied. ${trouble.ruledOut}`,
  'app-state': ({ trouble }) => `Required for the wave’s group; state: failed, ${trouble.code || 'no code'}`,
  'last-check-in': ({ at }) => `${utc(at)}; a manual sync ends without an error and changes nothing.`,
  'summary-for-vendor': ({ trouble }, { model, version }) =>
    `${trouble.subject.en}. On ${model} with ${version} we expect it to work; the screen says: ${trouble.shown} ${trouble.ruledOut}`,
  'tenant-id': () => tenantId,
  'affected-devices': (scene, device) =>
    `${device.model} ${serialOf(scene, device)} (${scene.account}); ${device.model} ${device.serial.slice(0, 3)}${scene.chance.between(100_000, 999_999)} (test account)`,
  timeline: ({ at }) =>
    `${utc(at)} last attempt; the same each time since the wave began. No change in Intune or Entra that day.`,
  'contact-and-hours': () => 'Mira van Dijk, MDM team, extension 4142, 08:00-17:00 Europe/Amsterdam',
}

/** The whole of it where the tenant has the device; an invented one otherwise. */
function serialOf({ chance, device }: Scene, { serial }: Device): string {
  return device?.serial ?? `${serial}${chance.between(100_000, 999_999)}`
}

function utc(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`
}

function hex(chance: Chance, length: number): string {
  return Array.from({ length }, () => chance.between(0, 15).toString(16)).join('')
}
