import { asSeen } from '../faults/people-change.ts'
import { delta, removed } from '../http/delta.ts'
import { type Answer, type Call, json } from '../http/call.ts'
import { comparisons, type Filter } from '../http/odata-filter.ts'
import { chosenFields, filtered, type Item, page, type PageRules } from '../http/pages.ts'
import { countAsked, counted, isEventual, searchedFor, withoutConsistency } from '../http/order-and-search.ts'
import { badRequest, notFound, problem } from '../http/problems.ts'
import type { Route } from '../http/routes.ts'
import type { UserRecord } from '../tenant/records.ts'
import { groupsOf, userOf } from '../tenant/tenant.ts'
import type { World } from '../world.ts'
import { groupFields } from './groups.ts'

const needs = ['User.Read.All', 'Directory.Read.All', 'User.ReadWrite.All']
const fields = [
  'businessPhones',
  'displayName',
  'givenName',
  'id',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
]
const list: Omit<PageRules, 'count'> = { size: 100, most: 999, strict: true, fields, context: 'users' }
const usual = { area: 'directory', limited: 'directory', needs } as const

export const userRoutes: readonly Route[] = [
  { ...usual, method: 'GET', path: '/users', cost: 2, answer: listUsers },
  { ...usual, method: 'GET', path: '/users/delta', cost: 2, answer: userDelta },
  { ...usual, method: 'GET', path: '/users/$count', cost: 2, answer: countUsers },
  { ...usual, method: 'GET', path: '/users/:id', answer: oneUser },
  { ...usual, method: 'GET', path: '/users/:id/licenseDetails', answer: licences },
  {
    ...usual,
    needs: ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'],
    method: 'GET',
    path: '/users/:id/transitiveMemberOf/microsoft.graph.group',
    cost: 3,
    answer: groupsOfUser,
  },
  {
    ...usual,
    needs: ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'],
    method: 'GET',
    path: '/users/:id/memberOf/microsoft.graph.group',
    cost: 3,
    answer: groupsOfUser,
  },
  ...['memberOf', 'transitiveMemberOf'].map(
    (name): Route => ({
      ...usual,
      needs: ['User.Read.All', 'GroupMember.Read.All', 'Directory.Read.All'],
      method: 'GET',
      path: `/users/:id/${name}`,
      cost: 3,
      answer: objectsOfUser,
    }),
  ),
]

/** The user as Graph shows them now; undefined where there is none. */
export function seenUser(
  world: World,
  idOrName: string,
): { readonly user: UserRecord; readonly seen: Item } | undefined {
  const user = userOf(world.tenant, idOrName) ?? userOf(world.tenant, idOrName.replace(/^renamed\./, ''))
  if (!user) return undefined
  const seen = asSeen(world, user)
  if (seen === null) return undefined
  const isByName = idOrName.includes('@')
  if (isByName && String(seen['userPrincipalName']).toLowerCase() !== idOrName.toLowerCase()) return undefined
  return { user, seen }
}

function seenItems(world: World, user: UserRecord): Item[] {
  const seen = asSeen(world, user)
  return seen === null ? [] : [seen]
}

const filterable = [
  'id',
  'mail',
  'userPrincipalName',
  'displayName',
  'accountEnabled',
  'givenName',
  'surname',
  'usageLocation',
  'department',
  'jobTitle',
  'officeLocation',
  'preferredLanguage',
  'onPremisesSyncEnabled',
  'createdDateTime',
  'assignedPlans',
].map((one) => one.toLowerCase())

function foundUsers(call: Call, world: World): readonly Item[] | Answer {
  const refused = withoutConsistency(world, call)
  if (refused) return refused
  const seen = [...world.tenant.users.values()].flatMap((user) => seenItems(world, user))
  const searched = searchedFor(world, call, seen)
  if ('status' in searched) return searched
  const text = call.query.get('$filter')
  const known = (filter: Filter) =>
    comparisons(filter).every(({ field }) => filterable.includes(field.toLowerCase()))
  const found = filtered(searched, text, known)
  const faulty = text === null ? null : faultyFilter(world)
  if (faulty === 'error') return problem(world, 500, 'InternalServerError', 'An internal server error occurred.')
  if (found.outcome === 'not-understood')
    return problem(
      world,
      400,
      'Request_UnsupportedQuery',
      `Unsupported or invalid query filter clause specified for property of resource 'User'.`,
    )
  return faulty === 'ignored' ? searched : found.items
}

function listUsers(call: Call, world: World): Answer {
  const found = foundUsers(call, world)
  return 'status' in found ? found : page(world, call, found, { ...list, count: countAsked(call) })
}

function countUsers(call: Call, world: World): Answer {
  const found = foundUsers(call, world)
  return 'status' in found ? found : counted(world, call, found)
}

/** What a filter meets while the fault is on. */
export function faultyFilter(world: World): 'ignored' | 'error' | null {
  if (!world.faults.strikes('filters')) return null
  return world.faults.mode('filters', ['ignored', 'error']) === 'error' ? 'error' : 'ignored'
}

function oneUser(call: Call, world: World): Answer {
  const found = seenUser(world, call.at['id'] ?? '')
  if (!found) return notFound(world, 'directory', call.at['id'] ?? '')
  const chosen = chosenFields(world, call.query, [found.seen], { fields })
  if ('status' in chosen) return chosen
  return json({ '@odata.context': `${world.url()}/v1.0/$metadata#users/$entity`, ...chosen.pick(found.seen) })
}

function licences(call: Call, world: World): Answer {
  const found = seenUser(world, call.at['id'] ?? '')
  if (!found) return notFound(world, 'directory', call.at['id'] ?? '')
  const value = world.tenant.licences.get(found.user.id) ?? []
  return json({
    '@odata.context': `${world.url()}/v1.0/$metadata#users('${found.user.id}')/licenseDetails`,
    value,
  })
}

function groupsOfUser(call: Call, world: World): Answer {
  if (!isEventual(call))
    return badRequest(
      world,
      'The cast to microsoft.graph.group needs ConsistencyLevel: eventual and $count=true.',
      'Request_UnsupportedQuery',
    )
  const found = seenUser(world, call.at['id'] ?? '')
  if (!found) return notFound(world, 'directory', call.at['id'] ?? '')
  return page(world, call, groupsOf(world.tenant, found.user.id), {
    size: 100,
    most: 999,
    count: countAsked(call),
    fields: groupFields,
    context: 'groups',
  })
}

/** Without a cast an object says what it is. */
function objectsOfUser(call: Call, world: World): Answer {
  const found = seenUser(world, call.at['id'] ?? '')
  if (!found) return notFound(world, 'directory', call.at['id'] ?? '')
  const groups = groupsOf(world.tenant, found.user.id).map((group) => ({
    '@odata.type': '#microsoft.graph.group',
    ...group,
  }))
  return page(world, call, groups, {
    size: 100,
    most: 999,
    strict: true,
    count: countAsked(call),
    context: 'directoryObjects',
  })
}

function userDelta(call: Call, world: World): Answer {
  const { tenant } = world
  const shown = (id: string): Item => {
    const user = tenant.users.get(id)
    return (user && asSeen(world, user)) ?? removed(id)
  }
  return delta(world, call, {
    context: 'users',
    size: 100,
    all: () => [...tenant.users.values()].flatMap((user) => seenItems(world, user)),
    since: (from) => {
      const ids = tenant.changes.slice(from).flatMap((one) => (one.kind === 'user' ? [one.id] : []))
      return [...new Set(ids)].map(shown)
    },
    pick: (item, query) => {
      if ('@removed' in item) return item
      const chosen = chosenFields(world, query, [item], { fields })
      return 'status' in chosen ? item : chosen.pick(item)
    },
    goneCode: 'syncStateNotFound',
    ghost: () => removed(world.chance.id(), 'changed'),
  })
}
