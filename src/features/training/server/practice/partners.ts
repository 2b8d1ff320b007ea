import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Language } from '#features/people/domain/person.ts'
import { actorOf, joinForPractice, practicePartner } from '#features/people/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { tierOf } from '#features/plan/domain/lookup.ts'
import type { Actor } from '#features/people/domain/actor.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Partner } from '../../domain/practice/next-act.ts'

const colleagues = ['Robin Hendriks', 'Charlie Vos', 'Sascha Mulder', 'Jip Vermeer', 'Noa Peters'] as const
const requesters = [
  'Fatma Jansen',
  'Sven Dekker',
  'Naomi Bakker',
  'Ruben Visser',
  'Yusuf Demir',
  'Lotte Smit',
  'Mees Kuipers',
  'Aya Haddad',
] as const

/** Who asks for help in an exercise; the same one for the same exercise. */
export async function requesterOf(tx: Tx, seed: number, language: Language): Promise<PersonActor> {
  const index = seed % requesters.length
  const name = requesters[index] ?? requesters[0]
  const id = await practicePartner(tx, {
    name,
    email: `requester-${index}@practice.invalid`,
    language,
    works: null,
  })
  return actorOf(tx, id)
}

/** Whoever plays a part, as somebody who may do what the part does. */
export async function actorFor(
  tx: Tx,
  plan: SupportPlan,
  partner: Partner,
  exercise: { readonly seed: number; readonly language: Language },
): Promise<Actor> {
  const { seed, language } = exercise
  switch (partner.is) {
    case 'requester':
      return requesterOf(tx, seed, language)
    case 'vendor':
      return { kind: 'system', name: 'mail' }
    case 'colleague': {
      const { tier } = partner
      const team = tierOf(plan, tier)?.team
      if (team === undefined) throw new Error(`The plan has no tier ${tier}`)
      const name = colleagues[(tier - 1) % colleagues.length] ?? colleagues[0]
      const email = `tier-${tier}@practice.invalid`
      return actorOf(tx, await practicePartner(tx, { name, email, language, works: { team, tier } }))
    }
  }
}

/** The trainee works in the tier that they practise, also when it is not theirs. */
export async function traineeIn(tx: Tx, plan: SupportPlan, personId: string, tier: number): Promise<void> {
  const team = tierOf(plan, tier)?.team
  if (team !== undefined) await joinForPractice(tx, personId, { team, tier })
}
