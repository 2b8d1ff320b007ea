import type { EvidenceItem } from '#features/plan/domain/document/process.ts'
import { tenantId } from '../../../simulators/microsoft-graph/tenant/make-tenant.ts'
import type { Chance } from '../../../simulators/microsoft-graph/chance.ts'
import type { DemoDevice } from './in-tenant.ts'
import type { Trouble } from './troubles.ts'

export type Scene = {
  readonly trouble: Trouble
  readonly chance: Chance
  /** The last attempt, and whose account it was. */
  readonly at: string
  readonly account: string
  /** The device that it is about, as the tenant has it or is to have it. */
  readonly device: DemoDevice
}

/** What an agent writes down for one thing that the next tier asks for. */
export function finding(item: EvidenceItem, scene: Scene): string {
  const { trouble } = scene
  if (item.kind === 'choice') return choice(item, trouble)
  if (item.kind === 'code') return trouble.code || trouble.shown
  if (item.kind === 'steps-tried') return 'Company Portal > Sync; restart; second network. No change.'
  return texts[item.key]?.(scene, scene.device) ?? `${trouble.shown} (${versionOf(scene)})`
}

/** Where the first choice is not what the demo tells. What enrolls is the organisation's, as the first choice of its owner says. */
const fitting: Readonly<Record<string, (category: string) => string | undefined>> = {
  'since-when': (category) => (category.startsWith('enrollment') ? undefined : 'suddenly'),
  'android-enrollment': () => 'corporate-work-profile',
}

function choice({ key, options }: EvidenceItem, { category }: Trouble): string {
  const fits = fitting[key]?.(category)
  return (options.find((option) => option.key === fits) ?? options[0])?.key ?? ''
}

const texts: Readonly<Record<string, (scene: Scene, device: DemoDevice) => string>> = {
  'error-text': ({ trouble }) => trouble.shown,
  'device-identity': (_scene, { model, serial }) => `${model}, ${serial}`,
  'os-version': versionOf,
  'app-name': () => 'Contoso Draw',
  'connection-name': () => 'CONTOSO-Office',
  'devices-in-use': (_scene, { model, old }) =>
    `${model} is the new one; of the old ones these may go: ${old.map((one) => one.model).join(', ')}.`,
  'lock-screen-text': ({ trouble }) => trouble.shown,
  reproduction: ({ trouble }, { model }) => `Same on a second ${model} with a test account: ${trouble.shown}`,
  'ruled-out': ({ trouble }) => trouble.ruledOut,
  'moment-and-account': ({ at, account }) => `${utc(at)}, ${account}`,
  'sign-in-log': ({ chance, trouble }) =>
    `Correlation ID ${hex(chance, 8)}-${hex(chance, 4)}-4${hex(chance, 3)}-a${hex(chance, 3)}-${hex(chance, 12)}, ${trouble.code || 'success'}, policy “Require compliant device”`,
  'policy-state': ({ trouble }) => `One setting in error, the others applied. ${trouble.ruledOut}`,
  'app-state': ({ trouble }) => `Required for the wave’s group; state: failed, ${trouble.code || 'no code'}`,
  'last-check-in': ({ at }) => `${utc(at)}; a manual sync ends without an error and changes nothing.`,
  'summary-for-vendor': (scene, { model }) =>
    `${scene.trouble.subject.en}. On ${model} with ${versionOf(scene)} we expect it to work; the screen says: ${scene.trouble.shown} ${scene.trouble.ruledOut}`,
  'tenant-id': () => tenantId,
  'affected-devices': (scene, device) =>
    `${device.model} ${device.serial} (${scene.account}); ${device.model} ${device.serial.slice(0, 3)}-${scene.chance.between(100_000, 999_999)} (test account)`,
  timeline: ({ at }) =>
    `${utc(at)} last attempt; the same each time since the wave began. No change in Intune or Entra that day.`,
  'contact-and-hours': () => 'Mira van Dijk, MDM team, extension 4142, 08:00-17:00 Europe/Amsterdam',
}

const systems: Readonly<Record<string, string>> = { ios: 'iOS', android: 'Android', macos: 'macOS' }

function versionOf({ trouble, device }: Scene): string {
  return `${systems[trouble.platform] ?? 'Windows'} ${device.version}`
}

function utc(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`
}

function hex(chance: Chance, length: number): string {
  return Array.from({ length }, () => chance.between(0, 15).toString(16)).join('')
}
