import type { Actor, Certification, PersonActor } from '#features/people/domain/actor.ts'
import type { Role } from '#features/people/domain/person.ts'

/** Team of each tier of the test plans. */
export const teamOfTier: Readonly<Record<number, string>> = {
  1: 'servicedesk',
  2: 'support-specialists',
  3: 'mdm-team',
  4: 'architects',
}

type Part = {
  readonly roles: readonly Role[]
  readonly tier?: number
  readonly leads?: number
  readonly certified?: boolean
}

function person(personId: string, { roles, tier, leads, certified = false }: Part): PersonActor {
  const team = tier === undefined ? undefined : teamOfTier[tier]
  const led = leads === undefined ? undefined : teamOfTier[leads]
  const certifications: readonly Certification[] =
    certified && tier !== undefined
      ? [{ tier, from: '2026-01-01T00:00:00.000Z', until: '2030-01-01T00:00:00.000Z', override: null }]
      : []
  return {
    kind: 'person',
    personId,
    roles: ['requester', ...roles],
    teams: team ? [team] : [],
    leads: led ? [led] : [],
    certifications,
  }
}

const agent = (id: string, tier: number) => person(id, { roles: ['agent'], tier, certified: true })
const untrained = (id: string, tier: number) => person(id, { roles: ['agent'], tier })
const lead = (id: string, leads: number) => person(id, { roles: ['lead'], leads })

/** Everybody who acts in the tests of the rules. `a1` and `b1` are agents of tier 1, `x1` is one without training, `l1` leads them. */
export const cast = {
  req: person('req', { roles: [] }),
  oth: person('oth', { roles: [] }),
  a1: agent('a1', 1),
  b1: agent('b1', 1),
  x1: untrained('x1', 1),
  l1: lead('l1', 1),
  a2: agent('a2', 2),
  b2: agent('b2', 2),
  x2: untrained('x2', 2),
  l2: lead('l2', 2),
  a3: agent('a3', 3),
  b3: agent('b3', 3),
  x3: untrained('x3', 3),
  l3: lead('l3', 3),
  a4: agent('a4', 4),
  b4: agent('b4', 4),
  /** Trained for tier 1, until a Wednesday. */
  e1: {
    ...agent('e1', 1),
    certifications: [
      { tier: 1, from: '2026-01-01T00:00:00.000Z', until: '2026-11-18T12:00:00.000Z', override: null },
    ],
  },
  adm: person('adm', { roles: ['administrator'] }),
  aud: person('aud', { roles: ['auditor'] }),
} as const satisfies Readonly<Record<string, PersonActor>>

export type CastName = keyof typeof cast

export const clock: Actor = { kind: 'system', name: 'clock' }
export const mail: Actor = { kind: 'system', name: 'mail' }
export const detection: Actor = { kind: 'system', name: 'detection' }
