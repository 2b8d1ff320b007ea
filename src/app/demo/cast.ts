import type { Language, Role } from '#features/people/domain/person.ts'
import { giveCertification } from '#features/people/server/actions.ts'
import { addPerson } from '#features/people/server/persons.ts'
import { setMembership } from '#features/people/server/teams.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Chance } from '../../../simulators/microsoft-graph/chance.ts'

/** Somebody in the demo. */
export type Player = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language
}

export type Cast = {
  readonly requesters: Readonly<Record<'pilot' | 'wave-1' | 'wave-2' | 'wave-3', readonly Player[]>>
  readonly tiers: readonly { readonly lead: Player; readonly agents: readonly Player[] }[]
  readonly planOwner: Player
  readonly administrator: Player
  readonly auditor: Player
}

const staff = {
  servicedesk: {
    tier: 1,
    lead: 'Lies de Wit',
    agents: ['Joost Verbeek', 'Tessa Bakker', 'Tom Willems', 'Samira El Amrani', 'Daan Kuipers', 'Emma Clarke'],
  },
  'support-specialists': {
    tier: 2,
    lead: 'Leo Maas',
    agents: ['Jan Hendriks', 'Fatima Yılmaz', 'Ruben Smit'],
  },
  'mdm-team': { tier: 3, lead: 'Max Jansen', agents: ['Mira van Dijk', 'Oliver Brown'] },
} as const

const given = [
  'Ada',
  'Anna',
  'Bram',
  'Bas',
  'Carlijn',
  'Chris',
  'David',
  'Eva',
  'Fleur',
  'Floris',
  'Gijs',
  'Hannah',
  'Iris',
  'Jasper',
  'Jip',
  'Karim',
  'Kim',
  'Lars',
  'Lotte',
  'Luuk',
  'Maaike',
  'Mark',
  'Mohammed',
  'Nadia',
  'Nick',
  'Noor',
  'Olaf',
  'Pieter',
  'Quinten',
  'Roos',
  'Sanne',
  'Sara',
  'Stijn',
  'Sven',
  'Thijs',
  'Timo',
  'Vera',
  'Wout',
  'Yara',
  'Zoë',
] as const
const family = [
  'Visser',
  'de Jong',
  'de Vries',
  'Meijer',
  'Mulder',
  'Bos',
  'Vos',
  'Peters',
  'Dekker',
  'Brouwer',
  'Dijkstra',
  'Koning',
  'Postma',
  'Huisman',
  'Kok',
  'Schouten',
  'van Leeuwen',
  'Prins',
  'Blom',
  'van Vliet',
  'Molenaar',
  'Wolters',
  'Bouzid',
  'Nguyen',
  'Kaya',
  'Novak',
  'Taylor',
  'Jansma',
  'Scholten',
  'van der Veen',
] as const

const groups = [
  ['pilot', 50],
  ['wave-1', 250],
  ['wave-2', 400],
  ['wave-3', 480],
] as const

const domain = 'contoso.example'

/** Twelve hundred people: those who run the rollout, those who support it, and everyone who enrolls. */
export async function castPeople(tx: Tx, chance: Chance): Promise<Cast> {
  const tiers = []
  for (const [team, { tier, lead, agents }] of Object.entries(staff)) {
    tiers.push({
      lead: await joinTier(tx, lead, { team, tier, isLead: true }),
      agents: await inOrder(agents, (name) => joinTier(tx, name, { team, tier, isLead: false })),
    })
  }
  const names = allNames()
  const requesters: Record<(typeof groups)[number][0], Player[]> = {
    pilot: [],
    'wave-1': [],
    'wave-2': [],
    'wave-3': [],
  }
  for (const [group, size] of groups) {
    requesters[group] = await inOrder(names.splice(0, size), (name) =>
      join(tx, name, ['requester'], chance.happens(0.82) ? 'nl' : 'en', [group]),
    )
  }
  return {
    requesters,
    tiers,
    planOwner: await join(tx, 'Pia Smeets', ['requester', 'plan-owner', 'rollout-manager'], 'nl', ['pilot']),
    administrator: await join(tx, 'Rob Admiraal', ['requester', 'administrator'], 'nl', ['pilot']),
    auditor: await join(tx, 'Otto Wells', ['auditor'], 'en', []),
  }
}

async function joinTier(
  tx: Tx,
  name: string,
  { team, tier, isLead }: { team: string; tier: number; isLead: boolean },
): Promise<Player> {
  const english = ['Emma Clarke', 'Oliver Brown'].includes(name)
  const player = await join(tx, name, ['requester'], english ? 'en' : 'nl', ['pilot'])
  await setMembership(tx, 'tierwise', { team, personId: player.id, isLead })
  // The lineage has to begin somewhere: the lead of the MDM team brings a certification along, everybody else is trained.
  if (team === 'mdm-team' && isLead)
    await giveCertification(tx, 'tierwise', { personId: player.id, tier, until: null, overrideReason: null })
  return player
}

async function join(
  tx: Tx,
  name: string,
  roles: readonly Role[],
  language: Language,
  inGroups: readonly string[],
): Promise<Player> {
  const email = `${plain(name)}@${domain}`
  const { id } = await addPerson(tx, 'tierwise', { name, email, language, roles, groups: inGroups })
  return { id, name, email, language }
}

/** Every first name with every last name, so mixed that neighbours differ in both. */
function allNames(): string[] {
  const names: string[] = []
  for (let turn = 0; turn < family.length; turn += 1)
    for (const [index, first] of given.entries()) names.push(`${first} ${family[(index + turn) % family.length]}`)
  return names
}

function plain(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').toLowerCase()
  return letters.replace(/[^a-z]+/g, '.')
}

async function inOrder<Item, Made>(items: readonly Item[], make: (item: Item) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = []
  for (const item of items) made.push(await make(item))
  return made
}
