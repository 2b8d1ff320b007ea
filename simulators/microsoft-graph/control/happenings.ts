import { hour, minute, stampOf } from '../clock.ts'
import { listOf, textOf } from '../http/call.ts'
import { arrive } from '../routes/send-mail.ts'
import { mailboxFor } from '../routes/mailbox-access.ts'
import { registration } from '../sign-in/registrations.ts'
import { appFailure } from '../tenant/app-failures.ts'
import { failureKinds } from '../tenant/failure-kinds.ts'
import { failureOf, lateness } from '../tenant/make-failures.ts'
import { makeDevice } from '../tenant/make-devices.ts'
import { isEncryptedBy, statesWith } from '../tenant/compliance.ts'
import type { NewMail } from '../tenant/mailboxes.ts'
import { readMime } from '../tenant/mime.ts'
import type { DeviceRecord, UserRecord } from '../tenant/records.ts'
import { healthIssue, type HealthWish, post } from '../tenant/service-health.ts'
import { userOf } from '../tenant/tenant.ts'
import type { World } from '../world.ts'

/** What was asked of the simulator cannot be: the message says why. */
export class NotPossible extends Error {}

type Given = Readonly<Record<string, unknown>>
type Happening = (world: World, given: Given) => Given | Promise<Given>

/** What can come to pass in the tenant, by name. */
const known: Readonly<Record<string, Happening>> = {
  'enrollment-failure': enrollmentFailure,
  'app-failure': newAppFailure,
  device: newDevice,
  'change-device': changeDevice,
  'remove-device': removeDevice,
  compliance: setCompliance,
  'health-issue': newHealthIssue,
  'change-health-issue': changeHealthIssue,
  certificate: setCertificate,
  mail: newMail,
  'mailbox-policy': mailboxPolicy,
  'meeting-policy': meetingPolicy,
  'rename-person': renamePerson,
  'remove-person': removePerson,
  membership: setMembership,
  'expire-tokens': (world) => {
    world.tokens.expireAll()
    return {}
  },
  registration: setRegistration,
}

export async function happenings(world: World, name: string, given: Given): Promise<Given> {
  const happening = known[name]
  if (!happening) throw new NotPossible(`Nothing is called ${name}; there is ${Object.keys(known).join(', ')}`)
  return happening(world, given)
}

function person(world: World, given: Given): UserRecord {
  const name = textOf(given['person']) ?? ''
  const user = userOf(world.tenant, name)
  if (!user) throw new NotPossible(`There is no person ${name}`)
  return user
}

function device(world: World, given: Given): DeviceRecord {
  const found = world.tenant.devices.get(textOf(given['device']) ?? '')
  if (!found) throw new NotPossible(`There is no device ${textOf(given['device']) ?? ''}`)
  return found
}

/**
 * `kind` as in failure-kinds.ts; `minutesAgo` and `late` (minutes until it can be read) are 0 unless given. `model` of the device, and
 * `fields` in Microsoft's names.
 */
function enrollmentFailure(world: World, given: Given): Given {
  const user = person(world, given)
  const kind = failureKinds.find(({ key }) => key === (given['kind'] ?? 'not-supported'))
  if (!kind)
    throw new NotPossible(
      `No failure is called ${String(given['kind'])}; there is ${failureKinds.map(({ key }) => key).join(', ')}`,
    )
  const at = world.clock.now() - Number(given['minutesAgo'] ?? 0) * minute
  const lateBy = given['late'] === true ? lateness : Number(given['late'] ?? 0) * minute
  const reason = textOf(given['reason'])
  const made = failureOf(user, kind, { at, chance: world.chance, lateBy, ...(reason === null ? {} : { reason }) })
  Object.assign(made.record, given['fields'])
  const model = textOf(given['model'])
  if (model !== null) Object.assign(made.beta, { additionalInformation: [{ name: 'DeviceModel', value: model }] })
  world.tenant.failures.push(made)
  return made.record
}

/** On `device`; `app` by name, `code` as a signed number, and `fields` in Microsoft's names, where they are given. */
function newAppFailure(world: World, given: Given): Given {
  const record = device(world, given)
  const behind = world.tenant.behind.get(record.id)
  const [app, code] = [textOf(given['app']), given['code']]
  const made =
    behind &&
    appFailure(record, behind, {
      chance: world.chance,
      at: world.clock.now() - Number(given['minutesAgo'] ?? 0) * minute,
      ...(app === null ? {} : { app }),
      ...(typeof code === 'number' ? { code } : {}),
    })[0]
  if (!made) throw new NotPossible("The device is nobody's")
  Object.assign(made, given['fields'])
  world.tenant.appFailures.unshift(made)
  return made
}

function newDevice(world: World, given: Given): Given {
  const user = given['person'] === undefined ? null : person(world, given)
  const platform = (['windows', 'ios', 'android', 'macos'] as const).find(
    (one) => one === (given['platform'] ?? 'windows'),
  )
  if (!platform) throw new NotPossible('A platform is windows, ios, android or macos')
  const wish = { index: world.tenant.devices.size, chance: world.chance, at: world.clock.now(), wave: 2, platform }
  const { record, behind } = makeDevice(user, wish)
  Object.assign(
    record,
    { enrolledDateTime: world.clock.stamp(), lastSyncDateTime: world.clock.stamp() },
    given['fields'],
  )
  world.tenant.devices.set(record.id, record)
  world.tenant.behind.set(record.id, { ...behind, isOffline: given['offline'] === true })
  return record
}

/** `fields` in Microsoft's names; `offline`; `silentHours` since it was last heard of. */
function changeDevice(world: World, given: Given): Given {
  const found = device(world, given)
  Object.assign(found, given['fields'])
  const behind = world.tenant.behind.get(found.id)
  if (behind && typeof given['offline'] === 'boolean') behind.isOffline = given['offline']
  if (given['silentHours'] !== undefined)
    found.lastSyncDateTime = stampOf(world.clock.now() - Number(given['silentHours']) * hour)
  return found
}

function removeDevice(world: World, given: Given): Given {
  const found = device(world, given)
  world.tenant.devices.delete(found.id)
  world.tenant.behind.delete(found.id)
  return found
}

/** `failing`: names of settings as in compliance.ts; none: everything is in order. */
function setCompliance(world: World, given: Given): Given {
  const found = device(world, given)
  const behind = world.tenant.behind.get(found.id)
  if (!behind) throw new NotPossible('The device has no policies')
  const user = found.userId === null ? null : (world.tenant.users.get(found.userId) ?? null)
  const policies = statesWith(behind.platform, user, listOf(given['failing']).map(String))
  behind.policies.splice(0, behind.policies.length, ...policies)
  found.isEncrypted = isEncryptedBy(policies)
  found.complianceState = policies.every(({ state }) => state === 'compliant') ? 'compliant' : 'noncompliant'
  return { policies }
}

function newHealthIssue(world: World, given: Given): Given {
  const at = world.clock.now()
  const wish = {
    id: `IT${world.chance.between(1_200_000, 1_299_999)}`,
    title: "Some users can't enroll Windows devices",
    startedAt: at - Number(given['startedHoursAgo'] ?? 0) * hour,
    ...given,
  } as HealthWish
  const made = healthIssue(wish, at)
  world.tenant.healthIssues.unshift(made)
  return made
}

/** `fields` in Microsoft's names, `post` for another message, `resolved` to end it. */
function changeHealthIssue(world: World, given: Given): Given {
  const found = world.tenant.healthIssues.find(({ id }) => id === given['issue'])
  if (!found) throw new NotPossible(`There is no issue ${String(given['issue'])}`)
  const stamp = world.clock.stamp()
  Object.assign(found, given['fields'], { lastModifiedDateTime: stamp })
  if (given['resolved'] === true)
    Object.assign(found, { isResolved: true, status: 'serviceRestored', endDateTime: stamp })
  const words = textOf(given['post'])
  if (words !== null) found.posts.push(post(world.clock.now(), words))
  return found
}

/** `which`: push, ade or vpp; `expires` as a moment; for push also null: there is none. */
function setCertificate(world: World, given: Given): Given {
  const { tenant } = world
  const expires = textOf(given['expires'])
  if (given['which'] === 'push') {
    if (expires === null) tenant.push = null
    else if (tenant.push) tenant.push.expirationDateTime = stampOf(Date.parse(expires))
    return { push: tenant.push }
  }
  if (expires === null) throw new NotPossible('A token needs a moment at which it expires')
  const until = stampOf(Date.parse(expires))
  if (given['which'] === 'ade') for (const token of tenant.enrollmentTokens) token.tokenExpirationDateTime = until
  else for (const token of tenant.vppTokens) token.expirationDateTime = until
  return { which: given['which'], expires: until }
}

/** A mail that arrives at `person`: in fields, or as `mime` (base64 where `encoding` says so). */
function newMail(world: World, given: Given): Given {
  const user = person(world, given)
  const mime = textOf(given['mime'])
  const raw =
    mime === null
      ? null
      : given['encoding'] === 'base64'
        ? Buffer.from(mime, 'base64').toString('latin1')
        : Buffer.from(mime).toString('latin1')
  const read = raw === null ? null : readMime(raw)
  if (raw !== null && read === null) throw new NotPossible('The MIME has no sender')
  const fields = given['mail'] as NewMail | undefined
  const mail = read ?? fields
  if (!mail) throw new NotPossible('Give mail or mime')
  const kept = arrive(world, mailboxFor(world, user.id, user.userPrincipalName), 'inbox', mail)
  return { id: kept.record.id, internetMessageId: kept.record.internetMessageId }
}

function mailboxPolicy(world: World, given: Given): Given {
  const user = person(world, given)
  mailboxFor(world, user.id, user.userPrincipalName).isOpen = given['open'] !== false
  return { person: user.userPrincipalName, open: given['open'] !== false }
}

/** `organisers`: addresses for whom meetings may be made; left out: everybody. */
function meetingPolicy(world: World, given: Given): Given {
  world.tenant.meetingOrganisers = Array.isArray(given['organisers'])
    ? new Set(given['organisers'].map((one) => person(world, { person: one }).id))
    : null
  return {}
}

function renamePerson(world: World, given: Given): Given {
  const user = person(world, given)
  const address = textOf(given['address'])
  if (address !== null) Object.assign(user, { userPrincipalName: address, mail: address })
  const name = textOf(given['name'])
  if (name !== null) user.displayName = name
  world.tenant.changes.push({ kind: 'user', id: user.id, removed: false })
  return user
}

function removePerson(world: World, given: Given): Given {
  const user = person(world, given)
  world.tenant.users.delete(user.id)
  world.tenant.changes.push({ kind: 'user', id: user.id, removed: true })
  for (const [id, members] of world.tenant.members) {
    const at = members.findIndex((member) => member.id === user.id)
    if (at < 0) continue
    members.splice(at, 1)
    world.tenant.changes.push({ kind: 'member', id, member: { kind: 'user', id: user.id }, removed: true })
  }
  return user
}

/** `group` by name; `member: false` takes the person out. */
function setMembership(world: World, given: Given): Given {
  const user = person(world, given)
  const group = [...world.tenant.groups.values()].find(({ displayName }) => displayName === given['group'])
  if (!group) throw new NotPossible(`There is no group ${String(given['group'])}`)
  const members = world.tenant.members.get(group.id) ?? []
  const at = members.findIndex(({ id }) => id === user.id)
  const isOut = given['member'] === false
  const member = { kind: 'user', id: user.id } as const
  if (isOut && at >= 0) members.splice(at, 1)
  if (!isOut && at < 0) members.push(member)
  world.tenant.changes.push({ kind: 'member', id: group.id, member, removed: isOut })
  return { group: group.displayName, members: members.length }
}

/** An app registration: new, or with another secret, certificate or permissions; `take` and `give` one permission. */
function setRegistration(world: World, given: Given): Given {
  const clientId = textOf(given['clientId']) ?? ''
  const found =
    world.registrations.get(clientId) ??
    registration('Another app', { clientId, secret: textOf(given['secret']) ?? '' }, [])
  world.registrations.set(clientId, found)
  const secret = textOf(given['secret'])
  if (secret !== null) found.secret = secret
  const expires = textOf(given['secretExpires'])
  if (expires !== null) found.secretExpiresAt = Date.parse(expires)
  const certificate = textOf(given['certificate'])
  if (certificate !== null) found.certificates.push(certificate)
  if (Array.isArray(given['permissions'])) {
    found.permissions.clear()
    for (const one of given['permissions']) found.permissions.add(String(one))
  }
  const [take, give] = [textOf(given['take']), textOf(given['give'])]
  if (take !== null) found.permissions.delete(take)
  if (give !== null) found.permissions.add(give)
  return { clientId, permissions: [...found.permissions] }
}
