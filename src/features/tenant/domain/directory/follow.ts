import { normalEmail } from '#features/people/domain/email.ts'
import { normalName } from '#features/people/domain/text.ts'
import type { ChosenGroup, SeenUser } from './seen.ts'

/** A person here, as far as a directory may look. */
export type PersonHere = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly groups: readonly string[]
  readonly isRequester: boolean
  readonly disabled: boolean
  /** Whom they are in Entra ID, where that is known. */
  readonly entraId: string | null
}

/** What is to be done so that people here follow Entra ID. */
export type Steps = {
  readonly add: readonly {
    readonly entraId: string
    readonly name: string
    readonly email: string
    readonly groups: readonly string[]
  }[]
  readonly link: readonly { readonly personId: string; readonly entraId: string }[]
  readonly rename: readonly { readonly id: string; readonly name: string | null; readonly email: string | null }[]
  readonly regroup: readonly {
    readonly id: string
    readonly before: readonly string[]
    readonly after: readonly string[]
  }[]
  readonly disable: readonly { readonly personId: string; readonly entraId: string }[]
  readonly enable: readonly { readonly personId: string; readonly entraId: string }[]
  /** Nobody could be made of them: no address that is one. */
  readonly unreadable: readonly string[]
  /** What is to be remembered as seen. Whoever is in no group, and of whom nothing is left to do, is forgotten. */
  readonly remember: readonly SeenUser[]
}

/** Decides by comparing what is seen now with what was seen before and who is here. Staff are never renamed or disabled. */
export function follow(
  before: readonly SeenUser[],
  now: readonly SeenUser[],
  groups: readonly ChosenGroup[],
  here: readonly PersonHere[],
): Steps {
  const seenBefore = new Map(before.map((user) => [user.entraId, user]))
  const byEntraId = new Map(
    here.flatMap((person) => (person.entraId === null ? [] : [[person.entraId, person] as const])),
  )
  const byEmail = new Map(here.map((person) => [person.email, person]))
  const keys = keysOf(groups)
  const ours = new Set(groups.flatMap(({ key, formerKey }) => [key, formerKey ?? key]))
  const taken = new Set(here.map(({ email }) => email))
  const present = new Set(now.flatMap(({ entraId, enabled }) => (enabled ? entraId : [])))
  const claimed = new Set(here.flatMap(({ id, entraId }) => (entraId !== null && present.has(entraId) ? id : [])))
  /** Deleted in Entra ID and made anew with the same address: the person here stays the same. */
  const moved = new Set<string>()
  const steps = {
    add: [] as Steps['add'][number][],
    link: [] as Steps['link'][number][],
    rename: [] as Steps['rename'][number][],
    regroup: [] as Steps['regroup'][number][],
    disable: [] as Steps['disable'][number][],
    enable: [] as Steps['enable'][number][],
    unreadable: [] as string[],
    remember: [] as SeenUser[],
  }
  // Who is there first: they may be the same as somebody who is gone.
  for (const user of now.toSorted((a, b) => Number(b.enabled) - Number(a.enabled))) {
    const wanted = keys(user)
    const linked = byEntraId.get(user.entraId)
    if (linked !== undefined && moved.has(linked.id)) continue
    const found =
      linked ??
      addressesOf(user)
        .map((address) => byEmail.get(address))
        .find((one) => one && !claimed.has(one.id))
    if (found === undefined) {
      if (!user.enabled || wanted.length === 0) {
        if (user.groups.length > 0) steps.remember.push(user)
        continue
      }
      const email = addressesOf(user).find((address) => !taken.has(address))
      if (email === undefined) {
        steps.unreadable.push(user.entraId)
        steps.remember.push(user)
        continue
      }
      taken.add(email)
      steps.add.push({ entraId: user.entraId, name: normalName(user.name ?? '') ?? email, email, groups: wanted })
      steps.remember.push({ ...user, withdrawn: false })
      continue
    }
    if (linked === undefined) {
      if (wanted.length === 0) continue
      claimed.add(found.id)
      if (found.entraId !== null) moved.add(found.id)
      steps.link.push({ personId: found.id, entraId: user.entraId })
    } else if (found.isRequester && user.enabled) {
      const renaming = renamingOf(found, seenBefore.get(user.entraId), user, taken)
      if (renaming !== null) {
        steps.rename.push(renaming)
        if (renaming.email !== null) taken.add(renaming.email)
      }
    }
    const kept = found.groups.filter((group) => !ours.has(group))
    const after = [...kept, ...wanted]
    if (!sameGroups(found.groups, after)) steps.regroup.push({ id: found.id, before: found.groups, after })
    const person = { personId: found.id, entraId: user.entraId }
    const leaves = !user.enabled && found.isRequester
    const returns = user.enabled && user.withdrawn
    if (leaves && !found.disabled) steps.disable.push(person)
    if (returns && found.disabled && found.isRequester) steps.enable.push(person)
    const withdrawn = leaves && (!found.disabled || user.withdrawn)
    if (user.groups.length > 0 || withdrawn) steps.remember.push({ ...user, withdrawn })
  }
  return steps
}

function keysOf(groups: readonly ChosenGroup[]): (user: SeenUser) => string[] {
  const byId = new Map(
    groups.flatMap((group) => (group.dropped ? [] : [[group.entraGroupId, group.key] as const])),
  )
  return ({ groups: ids, enabled }) =>
    enabled ? [...new Set(ids.flatMap((id) => byId.get(id) ?? []))].toSorted() : []
}

/** Mail first: that is what people write from. */
function addressesOf({ address, signInName }: SeenUser): readonly string[] {
  const found = [address, signInName].flatMap((one) => (one === null ? [] : (normalEmail(one) ?? [])))
  return [...new Set(found)]
}

/**
 * Only what changed there changes here, so that a name that was corrected here stays. An address that is neither of theirs any more is an
 * old one of theirs. One that somebody else has is left.
 */
function renamingOf(
  person: PersonHere,
  before: SeenUser | undefined,
  now: SeenUser,
  taken: ReadonlySet<string>,
): Steps['rename'][number] | null {
  const name = now.name === null ? null : normalName(now.name)
  const isNewName = before !== undefined && before.name !== now.name && name !== null && name !== person.name
  const addresses = addressesOf(now)
  const [first] = addresses
  const isNewAddress = first !== undefined && !addresses.includes(person.email) && !taken.has(first)
  if (!isNewName && !isNewAddress) return null
  return { id: person.id, name: isNewName ? name : null, email: isNewAddress ? first : null }
}

function sameGroups(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && new Set([...a, ...b]).size === a.length
}
