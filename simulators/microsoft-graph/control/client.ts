import type { FaultName, FaultSetting } from '../faults/faults.ts'
import type { CounterReading } from '../http/counters.ts'
import type { AppFailureRecord } from '../tenant/app-failures.ts'
import type { NewMail } from '../tenant/mailboxes.ts'
import type { DeviceRecord, FailureRecord, GroupRecord, LicenceRecord, UserRecord } from '../tenant/records.ts'
import type { HealthIssueRecord } from '../tenant/service-health.ts'
import type { Card, Outage } from '../world.ts'

/** Steers a running simulator over HTTP: from a test, or from a browser's tests beside it. */
export type SimulatorControl = ReturnType<typeof controlAt>

export type KeptMail = {
  readonly id: string
  readonly subject: string
  readonly folder: string
  readonly mime: string
  readonly internetMessageId: string
  readonly from: { readonly emailAddress: { readonly address: string } }
  readonly files: readonly string[]
}

export type PersonReading = {
  readonly user: UserRecord
  readonly groups: readonly GroupRecord[]
  readonly devices: readonly (DeviceRecord & { readonly isOffline: boolean })[]
  readonly failures: readonly FailureRecord[]
  readonly licences: readonly LicenceRecord[]
}

export function controlAt(url: string) {
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${url}/simulator${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`The simulator refused ${method} ${path}: ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  const happen = async <Made>(name: string, given: object = {}) =>
    (await ask('POST', `/happen/${name}`, given)) as Made

  return {
    /** Anything that can happen, by its name. */
    happen,
    summary: () => ask('GET', '') as Promise<Readonly<Record<string, unknown>> & { readonly webhook: string }>,
    /** Switches a fault on; without a setting as it usually is. */
    fault: (name: FaultName, setting: Partial<FaultSetting> = {}) => ask('PUT', `/faults/${name}`, setting),
    noFault: (name: FaultName) => ask('DELETE', `/faults/${name}`),
    noFaults: () => ask('DELETE', '/faults'),
    /** About half of the faults, each now and then: the same for the same seed. */
    mixture: (seed: number) =>
      ask('POST', '/faults/mixture', { seed }) as Promise<Readonly<Partial<Record<FaultName, FaultSetting>>>>,
    outage: (kind: Outage['kind'], milliseconds = 0) => ask('PUT', '/outage', { kind, milliseconds }),
    limits: (limits: object) => ask('PUT', '/limits', limits),
    counters: () => ask('GET', '/counters') as Promise<CounterReading>,
    resetCounters: () => ask('DELETE', '/counters'),
    advance: (seconds: number) => ask('POST', '/time', { seconds }),
    reset: () => ask('POST', '/reset'),
    cards: () => ask('GET', '/cards') as Promise<readonly Card[]>,
    person: (address: string) =>
      ask('GET', `/tenant/person?address=${encodeURIComponent(address)}`) as Promise<PersonReading>,
    mail: async (address: string) =>
      ((await ask('GET', `/tenant/mail?address=${encodeURIComponent(address)}`)) as { messages: KeptMail[] })
        .messages,
    groups: async () => ((await ask('GET', '/tenant/groups')) as { groups: GroupRecord[] }).groups,
    meetings: async () =>
      ((await ask('GET', '/tenant/meetings')) as { meetings: Record<string, unknown>[] }).meetings,

    addFailure: (given: {
      readonly person: string
      readonly kind?: string
      readonly reason?: string
      readonly minutesAgo?: number
      /** True: as late as Microsoft is; or so many minutes. */
      readonly late?: boolean | number
    }) => happen<FailureRecord>('enrollment-failure', given),
    addAppFailure: (given: {
      readonly device: string
      readonly app?: string
      readonly code?: number
      readonly minutesAgo?: number
    }) => happen<AppFailureRecord>('app-failure', given),
    addDevice: (given: {
      readonly person?: string
      readonly platform?: 'windows' | 'ios' | 'android' | 'macos'
      readonly offline?: boolean
      readonly fields?: Partial<DeviceRecord>
    }) => happen<DeviceRecord>('device', given),
    changeDevice: (given: {
      readonly device: string
      readonly fields?: Partial<DeviceRecord>
      readonly offline?: boolean
      readonly silentHours?: number
    }) => happen<DeviceRecord>('change-device', given),
    removeDevice: (device: string) => happen('remove-device', { device }),
    compliance: (device: string, failing: readonly string[]) => happen('compliance', { device, failing }),
    addHealthIssue: (
      given: {
        readonly id?: string
        readonly title?: string
        readonly service?: string
        readonly classification?: 'advisory' | 'incident'
        readonly impact?: string
        readonly startedHoursAgo?: number
      } = {},
    ) => happen<HealthIssueRecord>('health-issue', given),
    changeHealthIssue: (given: {
      readonly issue: string
      readonly resolved?: boolean
      readonly post?: string
      readonly fields?: Partial<HealthIssueRecord>
    }) => happen<HealthIssueRecord>('change-health-issue', given),
    certificate: (which: 'push' | 'ade' | 'vpp', expires: string | null) =>
      happen('certificate', { which, expires }),
    addMail: (person: string, mail: NewMail) =>
      happen<{ id: string; internetMessageId: string }>('mail', { person, mail }),
    addMime: (person: string, mime: string | Buffer) =>
      happen<{ id: string; internetMessageId: string }>('mail', {
        person,
        mime: Buffer.from(mime).toString('base64'),
        encoding: 'base64',
      }),
    mailboxPolicy: (person: string, open: boolean) => happen('mailbox-policy', { person, open }),
    meetingPolicy: (organisers?: readonly string[]) => happen('meeting-policy', { organisers }),
    renamePerson: (person: string, given: { readonly address?: string; readonly name?: string }) =>
      happen<UserRecord>('rename-person', { person, ...given }),
    removePerson: (person: string) => happen<UserRecord>('remove-person', { person }),
    membership: (person: string, group: string, member: boolean) =>
      happen('membership', { person, group, member }),
    expireTokens: () => happen('expire-tokens'),
    registration: (given: {
      readonly clientId: string
      readonly secret?: string
      readonly secretExpires?: string
      readonly certificate?: string
      readonly permissions?: readonly string[]
      readonly take?: string
      readonly give?: string
    }) => happen('registration', given),
  }
}
