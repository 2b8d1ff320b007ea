import type { GraphClient } from '#integrations/microsoft-graph/graph-client.ts'
import { GraphFailure } from '#integrations/microsoft-graph/graph-client.ts'
import {
  type GroupChange,
  groupChanges,
  groupMembers,
  groupNames,
  userChanges,
  usersById,
} from '#integrations/microsoft-graph/read/directory.ts'
import type { TenantUser } from '#integrations/microsoft-graph/read/users.ts'
import type { UserNews } from '../../domain/directory/seen.ts'

export type ChangesRead = {
  /** Members of the groups that changed, or of all of them; null: the group is no longer there. */
  readonly members: ReadonlyMap<string, readonly UserNews[] | null>
  readonly news: readonly UserNews[]
  /** New names of chosen groups. */
  readonly names: ReadonlyMap<string, string>
  readonly usersLink: string
  readonly groupsLink: string
  /** Everything was read, since there was no link yet, or one was too old, or it was time. */
  readonly whole: boolean
}

/**
 * What changed since the links, for the chosen groups. The links are taken first and members read after them: what changes meanwhile is in
 * the next round once more.
 */
export async function readChanges(
  graph: GraphClient,
  from: {
    readonly groups: readonly string[]
    readonly usersLink: string | null
    readonly groupsLink: string | null
    readonly whole: boolean
    /** Whom one knows: where everything is read, those who are in no group any more are asked for one by one. */
    readonly seen: readonly string[]
  },
): Promise<ChangesRead> {
  const users = await roundOf(userChanges(graph, from.whole ? null : from.usersLink))
  const groups = await roundOf(groupChanges(graph, from.whole ? null : from.groupsLink))
  const whole =
    from.whole || from.usersLink === null || from.groupsLink === null || users.restarted || groups.restarted
  const chosen = new Set(from.groups)
  const touched = new Set(groups.changes.filter(isAboutMembers).map(({ id }) => id.toLowerCase()))
  const members = new Map<string, readonly UserNews[] | null>()
  const names = new Map(
    groups.changes.flatMap((one) =>
      one.kind === 'changed' && one.name !== null && chosen.has(one.id.toLowerCase())
        ? [[one.id.toLowerCase(), one.name] as const]
        : [],
    ),
  )
  const known = whole ? await groupNames(graph, from.groups) : new Map<string, string | null>()
  for (const [id, name] of known) if (name !== null) names.set(id, name)
  for (const id of whole ? from.groups : from.groups.filter((one) => touched.has(one))) {
    members.set(id, known.get(id) === null ? null : await membersOf(graph, id))
  }
  return {
    members,
    news: whole
      ? await newsOfMissing(graph, from.seen, members)
      : users.changes.map((one) =>
          one.kind === 'removed' ? { kind: 'removed', entraId: one.id.toLowerCase() } : newsOf(one.user),
        ),
    names,
    usersLink: users.link,
    groupsLink: groups.link,
    whole,
  }
}

/** Somebody who is in no group any more may have left them, or be gone. */
async function newsOfMissing(
  graph: GraphClient,
  seen: readonly string[],
  members: ReadonlyMap<string, readonly UserNews[] | null>,
): Promise<readonly UserNews[]> {
  const present = new Set([...members.values()].flatMap((list) => (list ?? []).map(({ entraId }) => entraId)))
  const found = await usersById(
    graph,
    seen.filter((id) => !present.has(id)),
  )
  return [...found].map(([entraId, user]) => (user === null ? { kind: 'removed', entraId } : newsOf(user)))
}

function isAboutMembers(change: GroupChange): boolean {
  return change.kind === 'removed' || change.added.length > 0 || change.removed.length > 0
}

async function membersOf(graph: GraphClient, groupId: string): Promise<readonly UserNews[] | null> {
  const all: UserNews[] = []
  try {
    for await (const page of groupMembers(graph, groupId)) all.push(...page.map(newsOf))
    return all
  } catch (error) {
    if (error instanceof GraphFailure && error.code === 'not-found') return null
    throw error
  }
}

function newsOf(user: TenantUser): UserNews {
  return {
    kind: 'changed',
    entraId: user.id.toLowerCase(),
    name: user.name,
    address: user.mail,
    signInName: user.upn,
    enabled: user.enabled,
  }
}

async function roundOf<Change>(
  pages: AsyncIterable<{
    readonly changes: readonly Change[]
    readonly deltaLink: string | null
    readonly restarted: boolean
  }>,
): Promise<{ readonly changes: readonly Change[]; readonly link: string; readonly restarted: boolean }> {
  const changes: Change[] = []
  let link: string | null = null
  let restarted = false
  for await (const page of pages) {
    changes.push(...page.changes)
    link = page.deltaLink ?? link
    restarted ||= page.restarted
  }
  if (link === null) throw new Error('a round of changes ended without a link')
  return { changes, link, restarted }
}
