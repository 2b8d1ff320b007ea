import type { Teams, Tier, VendorTier } from '../../document/teams.ts'
import type { Text } from '../../document/text.ts'
import {
  about,
  type At,
  bag,
  bagOf,
  byKey,
  byName,
  change,
  chosen,
  type Differ,
  deeper,
  inOrder,
  list,
  minutesOf,
  parts,
  plain,
  same,
  sentence,
  shortName,
  textOf,
} from './differ.ts'
import { supportHours, tierHours } from './hours.ts'
import { hoursNamed } from './naming.ts'
import { pairUp } from './pairing.ts'
import type { Word } from './plan-change.ts'

const tierAt = ({ place, after }: At): number => {
  const index = place[place.indexOf('tiers') + 1]
  return after.teams.tiers[Number(index)]?.level ?? 0
}

const target = (name: string): Differ<number> =>
  sentence(`target-${name}`, (before, after, at) => ({
    priority: Number(at.place.at(-2)),
    tier: tierAt(at),
    before: { minutes: before },
    after: { minutes: after },
  }))

const tierTargets = parts<Tier['targets'][1]>({
  acknowledgeMinutes: target('acknowledge'),
  workMinutes: target('work'),
  takeNoteMinutes: target('take-note'),
})

/** Texts have no name of their own: one that is the same in a language is the same one, put otherwise. */
const responsibilities: Differ<readonly Text[]> = (before, after, at) => {
  const { pairs, added, removed } = pairUp(before, after, [
    (text) => JSON.stringify(text),
    ({ nl }) => nl || null,
    ({ en }) => en || null,
  ])
  const tier = tierAt(at)
  const words = (text: Text): Word => ({ text })
  const told = [
    ...removed.map(({ entry, at: index }) =>
      change('responsible-less', at, { tier, what: words(entry) }, 'before', [...at.place, index]),
    ),
    ...pairs.flatMap((pair) =>
      same(pair.before, pair.after) ? [] : textOf('responsibility')(pair.before, pair.after, deeper(at, pair.to)),
    ),
    ...added.map(({ entry, at: index }) =>
      change('responsible-more', at, { tier, what: words(entry) }, 'after', [...at.place, index]),
    ),
  ]
  return told.length > 0 ? told : [change('order', at, inOrder('responsibilities', at).values)]
}

const onCall: Differ<Tier['onCall']> = (before, after, at) => {
  const tier = tierAt(at)
  if (!after) return [change('on-call-gone', at, { tier })]
  const values = { tier, hours: hoursNamed(after.hours, at.after), what: { text: after.note } }
  if (!before) return [change('on-call-now', at, values)]
  return parts<NonNullable<Tier['onCall']>>({
    hours: sentence('on-call-hours', (old) => ({ ...values, before: hoursNamed(old, at.before) })),
    note: textOf('onCallNote'),
  })(before, after, at)
}

const tier: Differ<Tier> = parts<Tier>({
  level: sentence('tier-level', (before, after, at) => ({
    name: { text: at.after.teams.tiers[Number(at.place.at(-2))]?.name ?? { nl: '', en: '' } },
    before,
    after,
  })),
  name: textOf('name'),
  team: sentence('tier-team', (before, after, at) => ({
    tier: tierAt(at),
    before: { team: before },
    after: { team: after },
  })),
  responsibilities,
  talksToRequesters: (_, talks, at) => [change(talks ? 'tier-talks' : 'tier-silent', at, { tier: tierAt(at) })],
  supportHours: tierHours,
  onCall,
  capacity: parts<Tier['capacity']>({ agents: plain('agents'), ticketsPerAgent: plain('ticketsPerAgent') }),
  targets: parts<Tier['targets']>({ 1: tierTargets, 2: tierTargets, 3: tierTargets, 4: tierTargets }),
})

const tierValues = ({ level, name, team, capacity }: Tier) => ({
  tier: level,
  name: { text: name },
  team: { team },
  count: capacity.agents,
})

const severities = list<VendorTier['severities'][number]>({
  by: [byKey, byName],
  subject: ({ name }) => about('severity', { name: { text: name } }),
  item: parts<VendorTier['severities'][number]>({
    key: shortName,
    name: textOf('name'),
    responseMinutes: minutesOf('response'),
  }),
})

const opener = (code: string) => (teams: readonly string[]) =>
  teams.map((team) => ({ code, values: { team: { team } } }))

const vendorValues = ({ level, name, supplier }: VendorTier) => ({ name: { text: name }, tier: level, supplier })

const vendor: Differ<Teams['vendor']> = (before, after, at) => {
  if (!before || !after) {
    return [
      ...(before ? [change('vendor-gone', at, { name: { text: before.name } }, 'before')] : []),
      ...(after ? [change('vendor-now', at, vendorValues(after))] : []),
    ]
  }
  const its = { ...at, subject: about('vendor', { name: { text: after.name } }) }
  return parts<VendorTier>({
    level: plain('level'),
    name: textOf('name'),
    supplier: plain('supplier'),
    contractKind: chosen('contractKind', 'contractKinds'),
    contract: textOf('contract'),
    severities,
    languages: bagOf<string>('languages', (spoken) => ({ spoken })),
    openers: bag<string>({
      more: opener('opener-more'),
      less: opener('opener-less'),
      order: (inside) => inOrder('openers', inside),
    }),
  })(before, after, its)
}

export const teams: Differ<Teams> = parts<Teams>({
  supportHours,
  tiers: list<Tier>({
    // A tier that moves up or down the ladder keeps its team, and mostly its name.
    by: [
      ({ level, team }) => `${level} ${team}`,
      ({ level, name }) => `${level} ${JSON.stringify(name)}`,
      ({ team }) => team || null,
      byName,
      ({ level }) => String(level),
    ],
    subject: ({ level }) => about('tier', { tier: level }),
    item: tier,
    added: (entry) => ({ code: 'tier-added', values: tierValues(entry) }),
    removed: (entry) => ({ code: 'tier-gone', values: tierValues(entry) }),
  }),
  vendor,
})
