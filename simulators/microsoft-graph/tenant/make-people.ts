import { chanceFor, type Chance } from '../chance.ts'
import { day, stampOf } from '../clock.ts'
import type { GivenPerson } from './names.ts'
import { plain } from './names.ts'
import type { GroupRecord, LicenceRecord, Member, UserRecord } from './records.ts'

export const intunePlan = 'c1ec4a95-1f05-45b3-a911-aa3fa01094f5'
const exchangePlan = 'efb87545-963c-4e0d-99df-69c6916d9eb0'
const suite = { skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965', skuPartNumber: 'SPE_E3' }

export type MadePeople = {
  readonly users: UserRecord[]
  readonly licences: Map<string, LicenceRecord[]>
  readonly groups: GroupRecord[]
  readonly members: Map<string, Member[]>
  /** In which wave somebody is: 0 is the pilot. */
  readonly wave: Map<string, number>
}

const offices = ['Utrecht', 'Rotterdam', 'Amsterdam', 'Eindhoven', 'Groningen', 'Leeds'] as const
const jobs = ['Adviser', 'Store employee', 'Planner', 'Buyer', 'Engineer', 'Analyst', 'Team leader'] as const

/** People, their licences and the groups they are in. Waves are groups; a parent holds all of them. */
export function makePeople(given: readonly GivenPerson[], seed: number, at: number, domain: string): MadePeople {
  const made: MadePeople = { users: [], licences: new Map(), groups: [], members: new Map(), wave: new Map() }
  const names = [...new Set(given.flatMap(({ groups }) => groups))]
  const byName = new Map(names.map((name) => [name, addGroup(made, name, 'Wave of the Intune rollout', seed, at)]))
  const byod = addGroup(made, 'BYOD-iOS', 'People with a phone of their own', seed, at)
  const licensed = addGroup(made, 'License-M365-E3', 'Gives Microsoft 365 E3', seed, at)
  const all = addGroup(made, 'Intune-Rollout-All', 'Everybody who moves to Intune', seed, at)
  for (const { id } of byName.values()) join(made, all.id, { kind: 'group', id })
  const waveNames = names.toSorted((a, b) => order(a) - order(b) || a.localeCompare(b))
  for (const one of given) {
    const chance = chanceFor(seed, one.address)
    const user = userRecord(one, chance, at, domain)
    made.users.push(user)
    const member = { kind: 'user', id: user.id } as const
    for (const name of one.groups) join(made, byName.get(name)?.id ?? '', member)
    join(made, licensed.id, member)
    if (chance.happens(0.18)) join(made, byod.id, member)
    made.wave.set(user.id, Math.max(0, waveNames.indexOf(one.groups[0] ?? '')))
    license(made, user, licensed.id, chance)
  }
  return made
}

/** "pilot" before "wave-1", "Intune-Wave-02" before "Intune-Wave-03". */
function order(name: string): number {
  return /pilot/i.test(name) ? 0 : Number(/\d+/.exec(name)?.[0] ?? 99)
}

export function addGroup(
  made: Pick<MadePeople, 'groups' | 'members'>,
  displayName: string,
  description: string,
  seed: number,
  at: number,
): GroupRecord {
  const group: GroupRecord = {
    id: chanceFor(seed, `group ${displayName}`).id(),
    displayName,
    description,
    groupTypes: [],
    mail: null,
    mailEnabled: false,
    mailNickname: plain(displayName).replaceAll('.', '') || 'group',
    securityEnabled: true,
    createdDateTime: stampOf(at - 200 * day),
    visibility: null,
  }
  made.groups.push(group)
  made.members.set(group.id, [])
  return group
}

function join(made: Pick<MadePeople, 'members'>, groupId: string, member: Member): void {
  made.members.get(groupId)?.push(member)
}

export function userRecord(one: GivenPerson, chance: Chance, at: number, domain: string): UserRecord {
  const [given = one.name, ...rest] = one.name.split(' ')
  const english = one.language === 'en'
  return {
    id: chance.id(),
    displayName: one.name,
    givenName: given,
    surname: rest.join(' ') || null,
    userPrincipalName: one.address.includes('@') ? one.address : `${one.address}@${domain}`,
    mail: one.address,
    businessPhones: [],
    mobilePhone: null,
    jobTitle: chance.oneOf(jobs),
    department: null,
    officeLocation: english ? 'Leeds' : chance.oneOf(offices),
    preferredLanguage: english ? 'en-GB' : 'nl-NL',
    accountEnabled: true,
    usageLocation: english ? 'GB' : 'NL',
    onPremisesSyncEnabled: true,
    createdDateTime: stampOf(at - chance.between(210, 2000) * day),
    assignedPlans: [],
    licenseAssignmentStates: [],
  }
}

/** A few have no Intune yet, or a licence in error: their enrollment fails for that. */
function license(made: MadePeople, user: UserRecord, byGroup: string, chance: Chance): void {
  const turn = chance.next()
  const intune = turn < 0.01 ? 'Disabled' : turn < 0.02 ? 'PendingProvisioning' : 'Success'
  const inError = turn > 0.992
  const since = user.createdDateTime
  if (!inError)
    user.assignedPlans = [
      { assignedDateTime: since, capabilityStatus: 'Enabled', service: 'exchange', servicePlanId: exchangePlan },
      {
        assignedDateTime: since,
        capabilityStatus: intune === 'Disabled' ? 'Deleted' : 'Enabled',
        service: 'SCO',
        servicePlanId: intunePlan,
      },
    ]
  user.licenseAssignmentStates = [
    {
      skuId: suite.skuId,
      disabledPlans: intune === 'Disabled' ? [intunePlan] : [],
      assignedByGroup: byGroup,
      state: inError ? 'Error' : 'Active',
      error: inError ? 'CountViolation' : 'None',
      lastUpdatedDateTime: since,
    },
  ]
  const plan = (servicePlanId: string, servicePlanName: string, provisioningStatus: string) => ({
    servicePlanId,
    servicePlanName,
    provisioningStatus,
    appliesTo: 'User',
  })
  made.licences.set(
    user.id,
    inError
      ? []
      : [
          {
            id: Buffer.from(user.id).toString('base64url').slice(0, 22),
            ...suite,
            servicePlans: [
              plan(exchangePlan, 'EXCHANGE_S_ENTERPRISE', 'Success'),
              plan(intunePlan, 'INTUNE_A', intune),
            ],
          },
        ],
  )
}
