/** Somebody in Entra ID as last seen; null where it did not say. */
export type SeenUser = {
  readonly entraId: string
  readonly name: string | null
  /** Their mail. */
  readonly address: string | null
  /** Their user principal name: it changes with their name, the id does not. */
  readonly signInName: string | null
  readonly enabled: boolean
  /** Groups they are in, by their ids, of those that were chosen. */
  readonly groups: readonly string[]
  /** Tierwise disabled their person because they were gone. */
  readonly withdrawn: boolean
}

export type ChosenGroup = {
  readonly entraGroupId: string
  readonly name: string
  /** How waves name it. */
  readonly key: string
  /** How waves named it until now, where that was changed. */
  readonly formerKey: string | null
  readonly missing: boolean
  /** Nobody wants it any more: its people leave it. */
  readonly dropped: boolean
}

/** What changed of a user: fields that were not said are null and stay as they were. */
export type UserNews =
  | {
      readonly kind: 'changed'
      readonly entraId: string
      readonly name: string | null
      readonly address: string | null
      readonly signInName: string | null
      readonly enabled: boolean | null
    }
  | { readonly kind: 'removed'; readonly entraId: string }

/** Members of one chosen group, read whole; null: the group is no longer there, and its people stay as they were. */
export type MembersRead = ReadonlyMap<string, readonly UserNews[] | null>

/**
 * How Entra ID looks now: what was seen before, with whole groups replaced and news applied in turn (the same may come twice). Whoever is
 * in no chosen group any more stays known until nothing of them is left to do.
 */
export function seenNow(
  before: readonly SeenUser[],
  groups: readonly ChosenGroup[],
  read: MembersRead,
  news: readonly UserNews[],
): readonly SeenUser[] {
  const users = new Map(before.map((user) => [user.entraId, user]))
  for (const [groupId, members] of read) {
    if (members === null) continue
    const ids = new Set(members.map(({ entraId }) => entraId))
    for (const user of users.values()) {
      const isIn = user.groups.includes(groupId)
      if (isIn && !ids.has(user.entraId)) {
        users.set(user.entraId, { ...user, groups: user.groups.filter((one) => one !== groupId) })
      }
    }
    for (const member of members) {
      const user = withNews(users.get(member.entraId) ?? unknown(member.entraId), member)
      users.set(
        member.entraId,
        user.groups.includes(groupId) ? user : { ...user, groups: [...user.groups, groupId] },
      )
    }
  }
  for (const one of news) {
    const known = users.get(one.entraId)
    if (known) users.set(one.entraId, withNews(known, one))
  }
  const dropped = new Set(groups.flatMap(({ entraGroupId, dropped: gone }) => (gone ? entraGroupId : [])))
  return [...users.values()].map((user) => ({
    ...user,
    groups: user.groups.filter((id) => !dropped.has(id)).toSorted(),
  }))
}

function unknown(entraId: string): SeenUser {
  return { entraId, name: null, address: null, signInName: null, enabled: true, groups: [], withdrawn: false }
}

function withNews(user: SeenUser, news: UserNews): SeenUser {
  if (news.kind === 'removed') return { ...user, enabled: false, groups: [] }
  return {
    ...user,
    name: news.name ?? user.name,
    address: news.address ?? user.address,
    signInName: news.signInName ?? user.signInName,
    enabled: news.enabled ?? user.enabled,
  }
}
