import { type DeltaPage, type GraphClient, GraphFailure } from '../graph-client.ts'
import { type TenantGroup, type TenantUser, tenantUser, userFields } from './users.ts'
import { flag, found, id, type Raw, record, records, segment, text, typeOf } from './values.ts'

/** What changed of users: fields that did not change may be null. */
export type UserChange =
  | { readonly kind: 'changed'; readonly user: TenantUser }
  | { readonly kind: 'removed'; readonly id: string }

/** What changed of groups, and who came and went. */
export type GroupChange =
  | {
      readonly kind: 'changed'
      readonly id: string
      /** Null where it did not change. */
      readonly name: string | null
      readonly added: readonly string[]
      readonly removed: readonly string[]
    }
  | { readonly kind: 'removed'; readonly id: string }

/**
 * One page of a round. Without a link the round is empty, and its end is the link from which on changes are told: take it first, then read
 * what there is. `restarted`: the stored link was too old, so that it was such a round.
 */
export type ChangePage<Change> = {
  readonly changes: readonly Change[]
  readonly deltaLink: string | null
  readonly restarted: boolean
}

export async function* userChanges(
  graph: GraphClient,
  link: string | null,
  signal?: AbortSignal,
): AsyncIterable<ChangePage<UserChange>> {
  const fresh = `/users/delta?$select=${userFields}&$deltatoken=latest`
  for await (const { page, restarted } of rounds(graph, link, fresh, signal)) {
    yield {
      changes: found(page.items.map((one) => userChange(record(one)))),
      deltaLink: page.deltaLink,
      restarted,
    }
  }
}

export async function* groupChanges(
  graph: GraphClient,
  link: string | null,
  signal?: AbortSignal,
): AsyncIterable<ChangePage<GroupChange>> {
  const fresh = '/groups/delta?$select=id,displayName,members&$deltatoken=latest'
  for await (const { page, restarted } of rounds(graph, link, fresh, signal)) {
    yield {
      changes: found(page.items.map((one) => groupChange(record(one)))),
      deltaLink: page.deltaLink,
      restarted,
    }
  }
}

/** From the stored link; from the start where there is none, or where it is too old. */
async function* rounds(
  graph: GraphClient,
  link: string | null,
  fresh: string,
  signal?: AbortSignal,
): AsyncIterable<{ page: DeltaPage; restarted: boolean }> {
  const passed = signal ? { signal } : {}
  if (link !== null) {
    try {
      for await (const page of graph.delta(link, passed)) yield { page, restarted: false }
      return
    } catch (error) {
      if (!(error instanceof GraphFailure && error.code === 'gone')) throw error
    }
  }
  for await (const page of graph.delta(fresh, passed)) yield { page, restarted: link !== null }
}

/** Everybody in a group, directly and by way of others; people only. */
export async function* groupMembers(
  graph: GraphClient,
  groupId: string,
  signal?: AbortSignal,
): AsyncIterable<readonly TenantUser[]> {
  const pages = graph.pages(`/groups/${segment(groupId)}/transitiveMembers/microsoft.graph.user`, {
    query: { $select: userFields, $count: 'true', $top: 999 },
    headers: { consistencylevel: 'eventual' },
    ...(signal && { signal }),
  })
  for await (const page of pages) yield found(page.map((one) => memberUser(record(one))))
}

/** Groups whose name begins so; all where nothing is asked. At most `limit`. */
export async function searchGroups(
  graph: GraphClient,
  options: { readonly begins?: string; readonly limit?: number; readonly signal?: AbortSignal } = {},
): Promise<readonly TenantGroup[]> {
  const begins = options.begins?.trim() ?? ''
  const list = await graph.list('/groups', {
    query: {
      $select: 'id,displayName',
      $top: 100,
      ...(begins !== '' && { $filter: `startswith(displayName,'${begins.replaceAll("'", "''")}')` }),
    },
    limit: options.limit ?? 500,
    ...(options.signal && { signal: options.signal }),
  })
  return found(list.map((one) => tenantGroup(record(one)))).filter(
    ({ name }) => begins === '' || (name ?? '').toLowerCase().startsWith(begins.toLowerCase()),
  )
}

/** These users as they are now; null for one who is gone. */
export async function usersById(
  graph: GraphClient,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, TenantUser | null>> {
  const calls = ids.map((userId) => ({ id: userId, path: `/users/${segment(userId)}?$select=${userFields}` }))
  const answers = await graph.batch(calls, signal ? { signal } : {})
  return new Map(
    [...answers].map(([userId, answer]) => {
      if (answer.ok) return [userId, tenantUser(record(answer.body))]
      if (answer.failure.code === 'not-found') return [userId, null]
      throw answer.failure
    }),
  )
}

/** The names of these groups; null for one that is not there. */
export async function groupNames(
  graph: GraphClient,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string | null>> {
  const calls = ids.map((groupId) => ({ id: groupId, path: `/groups/${segment(groupId)}?$select=id,displayName` }))
  const answers = await graph.batch(calls, signal ? { signal } : {})
  return new Map(
    [...answers].map(([groupId, answer]) => {
      if (answer.ok) return [groupId, text(record(answer.body)['displayName']) ?? groupId]
      if (answer.failure.code === 'not-found') return [groupId, null]
      throw answer.failure
    }),
  )
}

function tenantGroup(raw: Raw): TenantGroup | null {
  const groupId = id(raw['id'])
  return groupId === null ? null : { id: groupId, name: text(raw['displayName']) }
}

function memberUser(raw: Raw): TenantUser | null {
  const type = typeOf(raw)
  return type === null || type === 'microsoft.graph.user' ? tenantUser(raw) : null
}

function userChange(raw: Raw): UserChange | null {
  const user = tenantUser(raw)
  if (user === null) return null
  return isRemoved(raw) ? { kind: 'removed', id: user.id } : { kind: 'changed', user }
}

function groupChange(raw: Raw): GroupChange | null {
  const groupId = id(raw['id'])
  if (groupId === null) return null
  if (isRemoved(raw)) return { kind: 'removed', id: groupId }
  const members = records(raw['members@delta']).filter((member) => {
    const type = typeOf(member)
    return type === null || type === 'microsoft.graph.user'
  })
  return {
    kind: 'changed',
    id: groupId,
    name: text(raw['displayName']),
    added: found(members.filter((one) => !isRemoved(one)).map((one) => id(one['id']))),
    removed: found(members.filter(isRemoved).map((one) => id(one['id']))),
  }
}

function isRemoved(raw: Raw): boolean {
  return '@removed' in raw && flag(raw['@removed']) !== false
}
