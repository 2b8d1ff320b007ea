import type { QuorumPart } from '../meeting.ts'

export type Attendant = { readonly personId: string; readonly tiers: readonly number[] }

/** How one tier is represented. Each person counts for one tier, whichever serves the quorum. */
export type TierPresence = {
  readonly tier: number
  readonly needed: number
  readonly personIds: readonly string[]
}

/**
 * Who counts for which tier. Somebody who works in two tiers counts once: where the bridge needs them, otherwise in the lowest of
 * their tiers. When the quorum can be had by any division, this division has it.
 */
export function representation(
  quorum: readonly QuorumPart[],
  present: readonly Attendant[],
): readonly TierPresence[] {
  const seats = quorum.flatMap(({ tier, people }) => Array.from({ length: people }, () => tier))
  const seated = seat(seats, present)
  const counted = new Map<number, string[]>()
  for (const { tier } of quorum) counted.set(tier, [])
  for (const one of present) {
    const tier = seated.get(one.personId) ?? Math.min(...one.tiers)
    if (Number.isFinite(tier)) counted.set(tier, [...(counted.get(tier) ?? []), one.personId])
  }
  return [...counted]
    .map(([tier, personIds]) => ({ tier, needed: neededOf(quorum, tier), personIds }))
    .toSorted((one, other) => one.tier - other.tier)
}

/** What lacks for the bridge to decide, per tier; nothing: there is quorum. */
export function lacking(quorum: readonly QuorumPart[], present: readonly Attendant[]): readonly QuorumPart[] {
  return representation(quorum, present)
    .map(({ tier, needed, personIds }) => ({ tier, people: needed - personIds.length }))
    .filter(({ people }) => people > 0)
}

/**
 * Whether the bridge may decide. With quorum it may. Without, only when its host said so, with a reason; and only while no more
 * lacks than lacked then.
 */
export function mayDecide(lacks: readonly QuorumPart[], waived: readonly QuorumPart[] | null): boolean {
  if (lacks.length === 0) return true
  if (waived === null) return false
  return lacks.every(({ tier, people }) => people <= (waived.find((one) => one.tier === tier)?.people ?? 0))
}

function neededOf(quorum: readonly QuorumPart[], tier: number): number {
  return quorum.find((one) => one.tier === tier)?.people ?? 0
}

/** As many seats taken as can be (augmenting paths): the tier of each person who has one. */
function seat(seats: readonly number[], present: readonly Attendant[]): ReadonlyMap<string, number> {
  const taken = new Map<number, Attendant>()
  const find = (person: Attendant, tried: Set<number>): boolean => {
    for (const [index, tier] of seats.entries()) {
      if (!person.tiers.includes(tier) || tried.has(index)) continue
      tried.add(index)
      const sitter = taken.get(index)
      if (!sitter || find(sitter, tried)) {
        taken.set(index, person)
        return true
      }
    }
    return false
  }
  for (const person of present) find(person, new Set())
  return new Map([...taken].map(([index, { personId }]) => [personId, seats[index] ?? 0]))
}
