import type { TargetName } from '#features/tickets/domain/ticket.ts'
import { type DifferenceKind, differenceKinds } from './difference.ts'
import type { ReplayOutcome } from './replay-ticket.ts'
import type { Standing, TargetPair } from './targets.ts'

/** What a replay comes to. Totals of parts of the past add up to those of the whole. */
export type ReplayTotals = {
  readonly tickets: number
  readonly otherwise: number
  /** Tickets with a difference of this kind. */
  readonly kinds: readonly { readonly kind: DifferenceKind; readonly tickets: number }[]
  readonly targets: readonly TargetTotal[]
  /** Handovers for which the draft would have asked this item, which was not given. */
  readonly evidence: readonly EvidenceTotal[]
}
export type TargetTotal = {
  readonly target: TargetName
  readonly tier: number | null
  readonly was: Attained
  readonly now: Attained
}
export type Attained = { readonly met: number; readonly missed: number }
export type EvidenceTotal = {
  readonly from: number | null
  readonly to: number | null
  readonly key: string
  readonly handovers: number
}

export const nothingReplayed: ReplayTotals = { tickets: 0, otherwise: 0, kinds: [], targets: [], evidence: [] }

export function totalsOf(outcomes: readonly ReplayOutcome[]): ReplayTotals {
  return outcomes.reduce((sum, outcome) => addTotals(sum, totalOf(outcome)), nothingReplayed)
}

export function addTotals(one: ReplayTotals, other: ReplayTotals): ReplayTotals {
  return {
    tickets: one.tickets + other.tickets,
    otherwise: one.otherwise + other.otherwise,
    kinds: merged(one.kinds, other.kinds, ({ kind }) => kind, addKinds).toSorted(
      (first, second) => differenceKinds.indexOf(first.kind) - differenceKinds.indexOf(second.kind),
    ),
    targets: merged(one.targets, other.targets, ({ target, tier }) => `${target} ${tier}`, addTargets),
    evidence: merged(
      one.evidence,
      other.evidence,
      ({ from, to, key }) => `${from} ${to} ${key}`,
      (first, second) => ({ ...first, handovers: first.handovers + second.handovers }),
    ),
  }
}

function totalOf({ differences, targets }: ReplayOutcome): ReplayTotals {
  return {
    tickets: 1,
    otherwise: differences.length > 0 ? 1 : 0,
    kinds: [...new Set(differences.map(({ kind }) => kind))].map((kind) => ({ kind, tickets: 1 })),
    targets: targets.reduce<readonly TargetTotal[]>(
      (sum, pair) => merged(sum, [attained(pair)], ({ target, tier }) => `${target} ${tier}`, addTargets),
      [],
    ),
    evidence: differences.flatMap(({ kind, tier, to, keys }) =>
      kind === 'evidence-asked' ? keys.map((key) => ({ from: tier, to, key, handovers: 1 })) : [],
    ),
  }
}

function attained({ target, tier, was, now }: TargetPair): TargetTotal {
  return { target, tier, was: counted(was), now: counted(now) }
}

/** What still runs is neither met nor missed. */
function counted(standing: Standing | null): Attained {
  return { met: standing?.state === 'met' ? 1 : 0, missed: standing?.state === 'missed' ? 1 : 0 }
}

function addTargets(one: TargetTotal, other: TargetTotal): TargetTotal {
  return { ...one, was: both(one.was, other.was), now: both(one.now, other.now) }
}

function both(one: Attained, other: Attained): Attained {
  return { met: one.met + other.met, missed: one.missed + other.missed }
}

function addKinds(one: ReplayTotals['kinds'][number], other: ReplayTotals['kinds'][number]) {
  return { kind: one.kind, tickets: one.tickets + other.tickets }
}

function merged<Item>(
  one: readonly Item[],
  other: readonly Item[],
  name: (item: Item) => string,
  add: (one: Item, other: Item) => Item,
): readonly Item[] {
  const found = new Map(one.map((item) => [name(item), item]))
  for (const item of other) {
    const known = found.get(name(item))
    found.set(name(item), known ? add(known, item) : item)
  }
  return [...found.values()]
}
