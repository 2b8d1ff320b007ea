import type { DutyKind } from './duties.ts'

/** Which tickets a view of the desk holds: what lists are filtered by and counts are counted by. */
export type DeskFilter = {
  readonly state: 'open' | 'closed' | 'all'
  readonly tier?: number
  readonly duty?: DutyKind
  readonly dutyTier?: number
  readonly mine?: 'assigned' | 'to-do' | 'following'
  readonly assignee?: 'none'
  readonly stage?: 'confirming'
  readonly waiting?: 'any'
  readonly due?: 'missed'
}

export type DeskView = {
  /** As it stands in the page's address and among the counts. */
  readonly key: string
  /** What it shows, whichever tier it is of. */
  readonly name: string
  readonly tier: number | null
  readonly filter: DeskFilter
}

const view = (name: string, filter: DeskFilter): DeskView => ({ key: name, name, tier: null, filter })

/** Learning a solution and explaining it outlive the ticket: duties are looked for in closed tickets too. */
const mine: readonly DeskView[] = [
  view('to-do', { state: 'all', mine: 'to-do' }),
  view('assigned', { state: 'open', mine: 'assigned' }),
  view('following', { state: 'open', mine: 'following' }),
]

const everything: readonly DeskView[] = [
  view('missed', { state: 'open', due: 'missed' }),
  view('confirming', { state: 'open', stage: 'confirming' }),
  view('waiting', { state: 'open', waiting: 'any' }),
  view('all', { state: 'open' }),
  view('closed', { state: 'closed' }),
]

const ofTier = {
  open: (tier) => ({ state: 'open', tier }),
  unassigned: (tier) => ({ state: 'open', tier, assignee: 'none' }),
  offered: (tier) => ({ state: 'open', duty: 'accept', dutyTier: tier }),
  'take-note': (tier) => ({ state: 'all', duty: 'take-note', dutyTier: tier }),
  contact: (tier) => ({ state: 'open', duty: 'contact', dutyTier: tier }),
} as const satisfies Record<string, (tier: number) => DeskFilter>
type TierViewName = keyof typeof ofTier
const tierViewNames = Object.keys(ofTier) as TierViewName[]

const tierView = (tier: number, name: TierViewName): DeskView => ({
  key: `tier-${tier}-${name}`,
  name,
  tier,
  filter: ofTier[name](tier),
})

export type DeskGroup = {
  readonly name: 'mine' | 'tier' | 'everything'
  readonly tier: number | null
  readonly views: readonly DeskView[]
}

/** All views, as they stand at the left: my work, every tier's queue, and everything. */
export function deskGroups(tiers: readonly number[], contactTier: number): readonly DeskGroup[] {
  const [lowest, highest] = [Math.min(...tiers), Math.max(...tiers)]
  const views = (tier: number) =>
    tierViewNames
      .filter((name) => name !== 'contact' || tier === contactTier)
      // Nobody hands over to the lowest tier, and nothing comes down to the highest.
      .filter((name) => name !== 'offered' || tier !== lowest)
      .filter((name) => name !== 'take-note' || tier !== highest)
      .map((name) => tierView(tier, name))
  return [
    { name: 'mine', tier: null, views: mine },
    ...tiers.map((tier) => ({ name: 'tier' as const, tier, views: views(tier) })),
    { name: 'everything', tier: null, views: everything },
  ]
}

const written = /^tier-(\d{1,2})-([a-z-]+)$/

/** The view that an address names, also while the plan is still on its way. */
export function viewOf(key: string): DeskView {
  const [, tier, name] = written.exec(key) ?? []
  const known = tierViewNames.find((one) => one === name)
  if (tier && known) return tierView(Number(tier), known)
  return [...mine, ...everything].find((one) => one.key === key) ?? (mine[0] as DeskView)
}
