import type { Chance } from '../chance.ts'
import type {
  AutopilotRecord,
  DeviceRecord,
  FailureRecord,
  GroupRecord,
  LicenceRecord,
  Member,
  Platform,
  PolicyStateRecord,
  UserRecord,
} from './records.ts'
import type { AppFailureRecord } from './app-failures.ts'
import type { Mailbox } from './mailboxes.ts'
import type { HealthIssueRecord } from './service-health.ts'
import type { EnrollmentTokenRecord, PushCertificateRecord, VppTokenRecord } from './certificates.ts'

/** What is known of a device beside its record, and shown nowhere. */
export type DeviceBehind = {
  readonly platform: Platform
  /** The device answers to nothing: what is asked of it stays pending. */
  isOffline: boolean
  readonly policies: PolicyStateRecord[]
}

/** A failure, with what only the beta version says of it. */
export type Failure = {
  readonly record: FailureRecord
  /** Microsoft shows an enrollment failure minutes after it happened. */
  readonly visibleAt: number
  readonly beta: Readonly<Record<string, unknown>>
}

/** Everything that the simulated cloud keeps of one tenant. In memory, changed in place. */
export type Tenant = {
  readonly id: string
  readonly name: string
  readonly domain: string
  readonly seed: number
  /** For what comes into being while the simulator runs. */
  readonly chance: Chance
  readonly users: Map<string, UserRecord>
  readonly licences: Map<string, LicenceRecord[]>
  readonly groups: Map<string, GroupRecord>
  readonly members: Map<string, Member[]>
  readonly devices: Map<string, DeviceRecord>
  readonly behind: Map<string, DeviceBehind>
  readonly failures: Failure[]
  readonly appFailures: AppFailureRecord[]
  readonly autopilot: Map<string, AutopilotRecord>
  push: PushCertificateRecord | null
  readonly enrollmentTokens: EnrollmentTokenRecord[]
  readonly vppTokens: VppTokenRecord[]
  readonly healthIssues: HealthIssueRecord[]
  readonly enrollmentSettings: Readonly<Record<string, unknown>>[]
  readonly mailboxes: Map<string, Mailbox>
  /** Organisers for whom an application access policy is granted; null: for all. */
  meetingOrganisers: Set<string> | null
  readonly meetings: Map<string, Readonly<Record<string, unknown>>>
  readonly logCollections: Map<string, Record<string, unknown>[]>
  readonly appLogCollections: Map<string, Record<string, unknown>[]>
  readonly changes: Change[]
}

/** What a delta is made of, in the order in which it happened. */
export type Change =
  | { readonly kind: 'user'; readonly id: string; readonly removed: boolean }
  | { readonly kind: 'group'; readonly id: string; readonly removed: boolean }
  | { readonly kind: 'member'; readonly id: string; readonly member: Member; readonly removed: boolean }
  | {
      readonly kind: 'message'
      readonly mailbox: string
      readonly folder: string
      readonly id: string
      readonly removed: boolean
    }

export function userOf(tenant: Tenant, idOrName: string): UserRecord | undefined {
  const wanted = idOrName.toLowerCase()
  const byId = tenant.users.get(wanted)
  if (byId) return byId
  if (!wanted.includes('@')) return undefined
  for (const user of tenant.users.values()) if (user.userPrincipalName.toLowerCase() === wanted) return user
  return undefined
}

/** Groups that somebody is in, also by a group in a group. */
export function groupsOf(tenant: Tenant, userId: string): GroupRecord[] {
  const found = new Set<string>()
  const look = (id: string) => {
    for (const [groupId, members] of tenant.members)
      if (!found.has(groupId) && members.some((member) => member.id === id)) {
        found.add(groupId)
        look(groupId)
      }
  }
  look(userId)
  return [...found].flatMap((id) => tenant.groups.get(id) ?? [])
}

export function transitiveMembers(tenant: Tenant, groupId: string, seen = new Set<string>()): Member[] {
  if (seen.has(groupId)) return []
  seen.add(groupId)
  return (tenant.members.get(groupId) ?? []).flatMap((member) =>
    member.kind === 'group' ? [member, ...transitiveMembers(tenant, member.id, seen)] : [member],
  )
}

export function devicesOf(tenant: Tenant, userId: string): DeviceRecord[] {
  return [...tenant.devices.values()].filter((device) => device.userId === userId)
}
