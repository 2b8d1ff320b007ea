import { asSeen } from '../faults/people-change.ts'
import { type Answer, type Call, json } from '../http/call.ts'
import { delta, removed } from '../http/delta.ts'
import { comparisons } from '../http/odata-filter.ts'
import { chosenFields, filtered, type Item, page } from '../http/pages.ts'
import { countAsked, counted, isEventual, searchedFor, withoutConsistency } from '../http/order-and-search.ts'
import { badRequest, notFound, problem } from '../http/problems.ts'
import type { Route } from '../http/routes.ts'
import type { Member } from '../tenant/records.ts'
import { transitiveMembers } from '../tenant/tenant.ts'
import type { World } from '../world.ts'

export const groupFields = [
  'id',
  'displayName',
  'description',
  'groupTypes',
  'mail',
  'mailEnabled',
  'mailNickname',
  'securityEnabled',
  'createdDateTime',
  'visibility',
]
const needs = ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All']
const usual = { area: 'directory', limited: 'directory', needs } as const

export const groupRoutes: readonly Route[] = [
  { ...usual, method: 'GET', path: '/groups', answer: listGroups },
  { ...usual, method: 'GET', path: '/groups/delta', answer: groupDelta },
  { ...usual, method: 'GET', path: '/groups/$count', answer: countGroups },
  { ...usual, method: 'GET', path: '/groups/:id', answer: oneGroup },
  { ...usual, method: 'GET', path: '/groups/:id/members', cost: 3, answer: members },
  { ...usual, method: 'GET', path: '/groups/:id/transitiveMembers', cost: 3, answer: members },
  { ...usual, method: 'GET', path: '/groups/:id/members/microsoft.graph.user', cost: 3, answer: members },
  {
    ...usual,
    method: 'GET',
    path: '/groups/:id/transitiveMembers/microsoft.graph.user',
    cost: 3,
    answer: members,
  },
  { ...usual, method: 'GET', path: '/groups/:id/members/$count', cost: 3, answer: members },
  { ...usual, method: 'GET', path: '/groups/:id/transitiveMembers/$count', cost: 3, answer: members },
  {
    ...usual,
    needs: [
      'Organization.Read.All',
      'User.Read.All',
      'Directory.Read.All',
      'DeviceManagementServiceConfig.Read.All',
    ],
    method: 'GET',
    path: '/organization',
    answer: organisation,
  },
  {
    ...usual,
    needs: ['Organization.Read.All', 'Directory.Read.All'],
    method: 'GET',
    path: '/organization/:id',
    answer: oneOrganisation,
  },
]

const filterable = [
  'id',
  'displayname',
  'mail',
  'securityenabled',
  'mailnickname',
  'mailenabled',
  'grouptypes',
  'createddatetime',
]

function foundGroups(call: Call, world: World): readonly Item[] | Answer {
  const refused = withoutConsistency(world, call)
  if (refused) return refused
  const groups = [...world.tenant.groups.values()].toSorted((a, b) => a.displayName.localeCompare(b.displayName))
  const searched = searchedFor(world, call, groups)
  if ('status' in searched) return searched
  const found = filtered(searched, call.query.get('$filter'), (filter) =>
    comparisons(filter).every(({ field }) => filterable.includes(field.toLowerCase())),
  )
  if (found.outcome === 'not-understood')
    return problem(
      world,
      400,
      'Request_UnsupportedQuery',
      "Unsupported or invalid query filter clause specified for property of resource 'Group'.",
    )
  return found.items
}

function listGroups(call: Call, world: World): Answer {
  const found = foundGroups(call, world)
  if ('status' in found) return found
  return page(world, call, found, {
    size: 100,
    most: 999,
    strict: true,
    count: countAsked(call),
    fields: groupFields,
    context: 'groups',
  })
}

function countGroups(call: Call, world: World): Answer {
  const found = foundGroups(call, world)
  return 'status' in found ? found : counted(world, call, found)
}

function oneGroup(call: Call, world: World): Answer {
  const group = world.tenant.groups.get((call.at['id'] ?? '').toLowerCase())
  if (!group) return notFound(world, 'directory', call.at['id'] ?? '')
  const chosen = chosenFields(world, call.query, [group], { fields: groupFields })
  if ('status' in chosen) return chosen
  return json({ '@odata.context': `${world.url()}/v1.0/$metadata#groups/$entity`, ...chosen.pick(group) })
}

function members(call: Call, world: World): Answer {
  const { tenant } = world
  const id = (call.at['id'] ?? '').toLowerCase()
  if (!tenant.groups.has(id)) return notFound(world, 'directory', id)
  const isCast = call.path.endsWith('microsoft.graph.user')
  if (isCast && !isEventual(call))
    return badRequest(
      world,
      'The cast to microsoft.graph.user needs ConsistencyLevel: eventual and $count=true.',
      'Request_UnsupportedQuery',
    )
  const all = call.path.includes('transitiveMembers')
    ? transitiveMembers(tenant, id)
    : (tenant.members.get(id) ?? [])
  const unique = [...new Map(all.map((member) => [member.id, member])).values()]
  const shown = unique
    .filter(({ kind }) => !isCast || kind === 'user')
    .map((member) => memberItem(world, call, member))
    .filter((item) => item !== null)
  if (call.path.endsWith('$count') || call.path.endsWith('%24count')) return counted(world, call, shown)
  return page(world, call, shown, {
    size: 100,
    most: 999,
    strict: true,
    count: countAsked(call),
    context: isCast ? 'users' : 'directoryObjects',
  })
}

/** With too few permissions, members come back with ids and empty fields. */
function memberItem(world: World, call: Call, member: Member): Item | null {
  const { tenant, faults } = world
  if (faults.touches('odd-values', member.id) && member.kind === 'device')
    return { '@odata.type': '#microsoft.graph.agentIdentity', id: member.id, displayName: null }
  if (member.kind === 'user') {
    const user = tenant.users.get(member.id)
    const seen = user && asSeen(world, user)
    if (!seen) return null
    const missing = faults.on.get('permission')?.permission
    const permissions = world.registrations.get(call.clientId)?.permissions
    const mayRead =
      (permissions?.has('User.Read.All') || permissions?.has('Directory.Read.All')) && missing !== 'User.Read.All'
    const empty = Object.fromEntries(Object.keys(seen).map((name) => [name, name === 'id' ? seen[name] : null]))
    return { '@odata.type': '#microsoft.graph.user', ...(mayRead ? seen : empty) }
  }
  if (member.kind === 'group') return { '@odata.type': '#microsoft.graph.group', ...tenant.groups.get(member.id) }
  const device = [...tenant.devices.values()].find((one) => one.azureADDeviceId === member.id)
  return {
    '@odata.type': '#microsoft.graph.device',
    id: member.id,
    displayName: device?.deviceName ?? null,
    deviceId: member.id,
    operatingSystem: device?.operatingSystem ?? null,
  }
}

function organisationRecord({ tenant: { id, name, domain } }: World): Item {
  return {
    id,
    displayName: name,
    countryLetterCode: 'NL',
    preferredLanguage: 'nl',
    tenantType: 'AAD',
    verifiedDomains: [{ capabilities: 'Email', isDefault: true, isInitial: false, name: domain, type: 'Managed' }],
  }
}

function oneOrganisation(call: Call, world: World): Answer {
  const id = call.at['id'] ?? ''
  if (id.toLowerCase() !== world.tenant.id) return notFound(world, 'directory', id)
  return json(organisationRecord(world))
}

function organisation(call: Call, world: World): Answer {
  const record = organisationRecord(world)
  return page(world, call, [record], {
    size: 100,
    most: 100,
    count: false,
    context: 'organization',
    fields: Object.keys(record),
  })
}

/** Members stand in `members@delta`; a large group comes back in pieces. */
function groupDelta(call: Call, world: World): Answer {
  const { tenant } = world
  const piece = 400
  const named = (member: Member) => ({ '@odata.type': `#microsoft.graph.${member.kind}`, id: member.id })
  const all = (query: URLSearchParams): Item[] =>
    [...tenant.groups.values()].flatMap((group) => {
      if (!(query.get('$select') ?? 'members').includes('members')) return [{ ...group }]
      const list = tenant.members.get(group.id) ?? []
      const pieces = Math.max(1, Math.ceil(list.length / piece))
      return Array.from({ length: pieces }, (_, index) => ({
        ...group,
        'members@delta': list.slice(index * piece, (index + 1) * piece).map(named),
      }))
    })
  return delta(world, call, {
    context: 'groups',
    size: 10,
    all,
    since: (from) => {
      const changes = tenant.changes
        .slice(from)
        .flatMap((one) => (one.kind === 'group' || one.kind === 'member' ? [one] : []))
      const ids = [...new Set(changes.map(({ id }) => id))]
      return ids.map((id) => {
        const group = tenant.groups.get(id)
        if (!group) return removed(id)
        const last = new Map(
          changes.flatMap((one) =>
            one.kind === 'member' && one.id === id ? [[one.member.id, one] as const] : [],
          ),
        )
        const list = [...last.values()].map((one) => ({
          ...named(one.member),
          ...(one.removed ? { '@removed': { reason: 'deleted' } } : {}),
        }))
        return { ...group, ...(list.length > 0 ? { 'members@delta': list } : {}) }
      })
    },
    pick: (item, query) => {
      if ('@removed' in item) return item
      const asked = query.get('$select')?.split(',') ?? groupFields
      return Object.fromEntries(
        Object.entries(item).filter(([name]) => name === 'id' || asked.includes(name.replace('@delta', ''))),
      )
    },
    goneCode: 'syncStateNotFound',
    ghost: () => removed(world.chance.id()),
  })
}
