import type { DeskCounts } from '../../contract/list.ts'
import type { ListAsked } from '../queries.ts'

/** One view of the desk: what it is called, which tickets it holds, and how many there are. */
export type DeskView = {
  /** As it stands in the address. */
  readonly key: string
  /** `desk.viewNames.<name>` of the catalogue. */
  readonly name: string
  readonly tier: number | null
  readonly filter: Partial<ListAsked>
  /** Null where nobody counts them: closed tickets grow without end. */
  readonly count: (counts: DeskCounts) => number | null
}

const mine: readonly DeskView[] = [
  { key: 'to-do', name: 'to-do', tier: null, filter: { mine: 'to-do' }, count: (counts) => counts.toDo },
  { key: 'assigned', name: 'assigned', tier: null, filter: { mine: 'assigned' }, count: (counts) => counts.mine },
  {
    key: 'following',
    name: 'following',
    tier: null,
    filter: { mine: 'following' },
    count: (counts) => counts.following,
  },
]

const everything: readonly DeskView[] = [
  {
    key: 'confirming',
    name: 'confirming',
    tier: null,
    filter: { stage: 'confirming' },
    count: (counts) => counts.confirming,
  },
  { key: 'waiting', name: 'waiting', tier: null, filter: { waiting: 'any' }, count: (counts) => counts.waiting },
  { key: 'all', name: 'all', tier: null, filter: {}, count: () => null },
  { key: 'closed', name: 'closed', tier: null, filter: { state: 'closed' }, count: () => null },
]

type TierCounts = DeskCounts['tiers'][number]

const ofTier = {
  open: [(tier: number) => ({ tier }), (counts: TierCounts) => counts.open],
  unassigned: [(tier: number) => ({ tier, assignee: 'none' as const }), (counts: TierCounts) => counts.unassigned],
  offered: [
    (tier: number) => ({ duty: 'accept' as const, dutyTier: tier }),
    (counts: TierCounts) => counts.offered,
  ],
  'take-note': [
    (tier: number) => ({ duty: 'take-note' as const, dutyTier: tier }),
    (counts: TierCounts) => counts.takeNote,
  ],
  contact: [
    (tier: number) => ({ duty: 'contact' as const, dutyTier: tier }),
    (counts: TierCounts) => counts.contact,
  ],
} as const satisfies Record<
  string,
  readonly [(tier: number) => Partial<ListAsked>, (counts: TierCounts) => number]
>
type TierViewName = keyof typeof ofTier

function tierView(tier: number, name: TierViewName): DeskView {
  const [filter, count] = ofTier[name]
  return {
    key: `tier-${tier}-${name}`,
    name,
    tier,
    filter: filter(tier),
    count: (counts) => {
      const found = counts.tiers.find((one) => one.tier === tier)
      return found ? count(found) : 0
    },
  }
}

export type DeskGroup = {
  readonly tier: number | null
  readonly name: string
  readonly views: readonly DeskView[]
}

/** All views, as they stand at the left: my work, every tier's queue, and everything. */
export function deskGroups(
  tiers: readonly { readonly level: number; readonly name: string }[],
  contactTier: number,
): readonly DeskGroup[] {
  const names = Object.keys(ofTier) as TierViewName[]
  const lowest = Math.min(...tiers.map((tier) => tier.level))
  const highest = Math.max(...tiers.map((tier) => tier.level))
  const views = (level: number) =>
    names
      .filter((name) => name !== 'contact' || level === contactTier)
      // Nobody hands over to the lowest tier, and nothing comes down to the highest.
      .filter((name) => name !== 'offered' || level !== lowest)
      .filter((name) => name !== 'take-note' || level !== highest)
      .map((name) => tierView(level, name))
  return [
    { tier: null, name: 'mine', views: mine },
    ...tiers.map(({ level, name }) => ({ tier: level, name, views: views(level) })),
    { tier: null, name: 'everything', views: everything },
  ]
}

const written = /^tier-(\d{1,2})-([a-z-]+)$/

/** The view that an address names, also while the plan is still on its way. */
export function viewOf(key: string): DeskView {
  const [, tier, name] = written.exec(key) ?? []
  if (tier && name && name in ofTier) return tierView(Number(tier), name as TierViewName)
  return [...mine, ...everything].find((view) => view.key === key) ?? (mine[0] as DeskView)
}
