import type { Instant } from '#features/people/domain/instant.ts'
import type { PersonHere, Steps } from './follow.ts'
import type { ChosenGroup, SeenUser } from './seen.ts'

/** Somebody whom Entra ID takes away: from a group that people here follow, or altogether. */
export type Withdrawal = {
  readonly entraId: string
  readonly personId: string
  /** They are gone there, or may not sign in any more: here they would no longer either. */
  readonly gone: boolean
  /** The groups that they would leave, as waves name them. */
  readonly groups: readonly string[]
}

/**
 * Whom following would take away because Entra ID does. Not who moves from one followed group to another: they stay in the rollout. Not who
 * leaves a group that nobody wants followed any more, or that waves name otherwise: an administrator chose that here. Not who was made
 * anew there with the same address: they are still here.
 */
export function withdrawalsOf(
  { before, now, groups, here }: Followed,
  { disable, regroup }: Pick<Steps, 'disable' | 'regroup'>,
): readonly Withdrawal[] {
  const wanted = keysOf(groups)
  const seenNow = new Map(now.map((user) => [user.entraId, user]))
  const people = new Map(here.flatMap(({ id, entraId }) => (entraId === null ? [] : [[entraId, id] as const])))
  const disabled = new Set(disable.map(({ personId }) => personId))
  const regrouped = new Set(regroup.map(({ id }) => id))
  return before.flatMap((user) => {
    const personId = people.get(user.entraId)
    const after = seenNow.get(user.entraId)
    if (personId === undefined || after === undefined) return []
    const [had, has] = [wanted(user), wanted(after)]
    const lost = had.filter((key) => !has.includes(key))
    const hasMoved = has.some((key) => !had.includes(key))
    const gone = disabled.has(personId)
    const leaves = lost.length > 0 && !hasMoved && regrouped.has(personId)
    return gone || leaves ? [{ entraId: user.entraId, personId, gone, groups: lost }] : []
  })
}

type Followed = {
  readonly before: readonly SeenUser[]
  readonly now: readonly SeenUser[]
  readonly groups: readonly ChosenGroup[]
  readonly here: readonly PersonHere[]
}

function keysOf(groups: readonly ChosenGroup[]): (user: SeenUser) => readonly string[] {
  const keys = new Map(groups.flatMap(({ entraGroupId, key, dropped }) => (dropped ? [] : [[entraGroupId, key]])))
  return ({ groups: ids, enabled }) => (enabled ? [...new Set(ids.flatMap((id) => keys.get(id) ?? []))] : [])
}

/** Fewer are a team that leaves, or a wave that was filled wrongly: nobody should have to confirm that. */
const ordinaryPeople = 5
/** In a large organisation more than that leave in a day, but never so much of it. */
const ordinaryShare = 0.1
const windowMs = 86_400_000

/** What rounds took away without asking, lately. */
export type TakenAway = readonly { readonly at: Instant; readonly people: number }[]

/**
 * Whether so many withdrawals are a mistake in Entra ID rather than people who leave: more than five, and more than a tenth of those who
 * follow. Those of the last day count along, so that a group which is emptied bit by bit does not slip through, round after round.
 */
export function isUnusual({
  withdrawals,
  following,
  takenAway,
  now,
}: {
  readonly withdrawals: number
  /** Who followed before this round. */
  readonly following: number
  readonly takenAway: TakenAway
  readonly now: Instant
}): boolean {
  if (withdrawals === 0) return false
  const earlier = lately(takenAway, now).reduce((sum, { people }) => sum + people, 0)
  const all = withdrawals + earlier
  return all > ordinaryPeople && all > ordinaryShare * (following + earlier)
}

/** What still counts of it. */
export function lately(takenAway: TakenAway, now: Instant): TakenAway {
  const since = new Date(Date.parse(now) - windowMs).toISOString()
  return takenAway.filter(({ at }) => at > since)
}

/** How many follow: people who are in a chosen group. */
export function followingOf(seen: readonly SeenUser[], groups: readonly ChosenGroup[]): number {
  const wanted = keysOf(groups)
  return seen.filter((user) => wanted(user).length > 0).length
}

/** How Entra ID would look if it had taken none of these away; whatever else it says of them counts. */
export function withoutWithdrawals(
  { before, now, groups }: Pick<Followed, 'before' | 'now' | 'groups'>,
  stay: ReadonlySet<string>,
): readonly SeenUser[] {
  const dropped = new Set(groups.flatMap(({ entraGroupId, dropped: gone }) => (gone ? entraGroupId : [])))
  const seenBefore = new Map(before.map((user) => [user.entraId, user]))
  return now.map((user) => {
    const was = stay.has(user.entraId) ? seenBefore.get(user.entraId) : undefined
    if (was === undefined) return user
    const all = new Set([...was.groups, ...user.groups])
    return {
      ...user,
      enabled: user.enabled || was.enabled,
      groups: [...all].filter((id) => !dropped.has(id)).toSorted(),
    }
  })
}

export type Verdict = {
  /** Who may not be taken away in this round: who waits, and whom an administrator keeps. */
  readonly stay: ReadonlySet<string>
  /** Who waits for an administrator. */
  readonly held: readonly Withdrawal[]
  /** Who is taken away without asking. */
  readonly taken: readonly Withdrawal[]
}

/** Who of these is taken away now: whom an administrator released, and the others unless they are unusually many. */
export function judge(
  withdrawals: readonly Withdrawal[],
  {
    released,
    kept,
    ...round
  }: {
    readonly released: ReadonlySet<string>
    readonly kept: ReadonlySet<string>
    readonly following: number
    readonly takenAway: TakenAway
    readonly now: Instant
  },
): Verdict {
  const open = withdrawals.filter(({ entraId }) => !released.has(entraId) && !kept.has(entraId))
  const held = isUnusual({ ...round, withdrawals: open.length }) ? open : []
  const keeps = withdrawals.filter(({ entraId }) => kept.has(entraId) && !released.has(entraId))
  return {
    stay: new Set([...held, ...keeps].map(({ entraId }) => entraId)),
    held,
    taken: held.length > 0 ? [] : open,
  }
}
