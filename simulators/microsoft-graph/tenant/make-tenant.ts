import { chanceFor, chanceFrom } from '../chance.ts'
import { day, hour, stampOf } from '../clock.ts'
import { makeAppFailures } from './app-failures.ts'
import { makeCertificates } from './certificates.ts'
import { enrollmentSettings } from './enrollment-settings.ts'
import { makeDevices, type MadeDevice } from './make-devices.ts'
import { makeFailures, usualFailures } from './make-failures.ts'
import { makePeople, userRecord } from './make-people.ts'
import { keepMail, type Mailbox, makeMailbox } from './mailboxes.ts'
import { type GivenPerson, ownPeople } from './names.ts'
import type { AutopilotRecord, GroupRecord, Member } from './records.ts'
import { makeHealthIssues } from './service-health.ts'
import type { Tenant } from './tenant.ts'

export const tenantId = '3b1f6a52-0d5e-4c37-9a41-5d2f0c8e7a11'

export type TenantWish = {
  readonly seed: number
  readonly devices: number
  readonly people?: readonly GivenPerson[]
  readonly name?: string
  readonly domain?: string
  /** The share of people whose enrollment failed lately: 1/16 unless given. */
  readonly failures?: number
  /** The moment from which dates are counted back; now where none is given. */
  readonly madeFor?: number
  /** Until when devices that are in touch have checked in; the moment for which the tenant is made unless given. */
  readonly checkedIn?: number
  /** Addresses of people who have no device yet. */
  readonly withoutDevice?: readonly string[]
}

/** The same seed gives the same tenant; its dates count from `at`. */
export function makeTenant(wish: TenantWish, at: number): Tenant {
  const { seed, name = 'Contoso', domain = 'contoso.example' } = wish
  const made = makePeople(wish.people ?? ownPeople(chanceFor(seed, 'people'), domain), seed, at, domain)
  const without = new Set(wish.withoutDevice)
  const owners = made.users.filter(({ mail }) => mail === null || !without.has(mail))
  const devices = makeDevices(owners, made.wave, {
    ...{ count: wish.devices, seed, at, checkedIn: wish.checkedIn ?? at },
  })
  const shared = ['support', 'intune-vendor'].map((local) =>
    userRecord(
      { name: local, address: `${local}@${domain}`, language: 'nl', groups: [] },
      chanceFor(seed, `shared ${local}`),
      at,
      domain,
    ),
  )
  for (const user of shared) Object.assign(user, { accountEnabled: false, jobTitle: null })
  const users = [...made.users, ...shared]
  addDevicesGroup(made, devices, seed, at)
  const chance = chanceFor(seed, 'what comes after')
  return {
    id: tenantId,
    name,
    domain,
    seed,
    chance,
    users: new Map(users.map((user) => [user.id, user])),
    licences: made.licences,
    groups: new Map(made.groups.map((group) => [group.id, group])),
    members: made.members,
    devices: new Map(devices.map(({ record }) => [record.id, record])),
    behind: new Map(devices.map(({ record, behind }) => [record.id, behind])),
    failures: makeFailures(made.users, made.wave, { seed, at, share: wish.failures ?? usualFailures }),
    appFailures: makeAppFailures(devices, { seed, at }),
    autopilot: makeAutopilot(devices, seed, at),
    ...makeCertificates(chanceFor(seed, 'certificates'), at, name, domain),
    healthIssues: makeHealthIssues(at),
    enrollmentSettings: enrollmentSettings(tenantId, made.groups),
    mailboxes: makeMailboxes(shared, seed, at),
    meetingOrganisers: null,
    meetings: new Map(),
    logCollections: new Map(),
    appLogCollections: new Map(),
    changes: [],
  }
}

function addDevicesGroup(
  made: { readonly groups: GroupRecord[]; readonly members: Map<string, Member[]> },
  devices: readonly MadeDevice[],
  seed: number,
  at: number,
): void {
  const id = chanceFor(seed, 'group of devices').id()
  made.groups.push({
    id,
    displayName: 'Autopilot-Devices',
    description: 'Devices that set themselves up',
    groupTypes: ['DynamicMembership'],
    mail: null,
    mailEnabled: false,
    mailNickname: 'autopilotdevices',
    securityEnabled: true,
    createdDateTime: stampOf(at - 200 * day),
    visibility: null,
  })
  made.members.set(
    id,
    devices
      .filter(({ behind }) => behind.platform === 'windows')
      .map(({ record }) => ({ kind: 'device', id: record.azureADDeviceId })),
  )
}

/** Every Windows device that set itself up, and a delivery that is still in its boxes. */
function makeAutopilot(devices: readonly MadeDevice[], seed: number, at: number): Map<string, AutopilotRecord> {
  const chance = chanceFrom(seed + 7)
  const found = devices.filter(({ record }) => record.deviceEnrollmentType === 'windowsAzureADJoin')
  const known = found.map(({ record }) => ({
    serialNumber: record.serialNumber,
    manufacturer: record.manufacturer,
    model: record.model,
    enrollmentState: 'enrolled' as const,
    lastContactedDateTime: record.lastSyncDateTime,
    azureActiveDirectoryDeviceId: record.azureADDeviceId,
    managedDeviceId: record.id,
  }))
  const boxed = Array.from({ length: 30 }, (_, index) => ({
    serialNumber: `FB7-9${String(index).padStart(5, '0')}`,
    manufacturer: 'Fabrikam',
    model: 'Fabrikam Slate 7',
    enrollmentState: 'notContacted' as const,
    lastContactedDateTime: stampOf(at - 30 * hour),
    azureActiveDirectoryDeviceId: '',
    managedDeviceId: '',
  }))
  const records = [...known, ...boxed].map(
    (one): AutopilotRecord => ({
      id: chance.id(),
      groupTag: 'NL-Retail',
      purchaseOrderIdentifier: '',
      productKey: '',
      addressableUserName: '',
      userPrincipalName: '',
      resourceName: '',
      skuNumber: '',
      systemFamily: '',
      displayName: '',
      ...one,
    }),
  )
  return new Map(records.map((one) => [one.id, one]))
}

function makeMailboxes(
  shared: readonly { readonly id: string; readonly userPrincipalName: string }[],
  seed: number,
  at: number,
): Map<string, Mailbox> {
  const chance = chanceFor(seed, 'mailboxes')
  const boxes = shared.map((user) => makeMailbox(user.id, user.userPrincipalName, chance))
  const [support] = boxes
  const inbox = support?.folders[0]
  if (support && inbox)
    keepMail(
      {
        from: { name: 'Ada Visser', address: 'ada.visser@contoso.example' },
        to: [{ name: 'Support', address: support.address }],
        subject: 'Inschrijven lukt niet',
        text: 'Mijn laptop stopt bij het inschrijven. De code is 0x80180014.',
      },
      support,
      inbox,
      chance,
      at - 2 * hour,
    )
  return new Map(boxes.map((box) => [box.userId, box]))
}
