import { actorOf, createOrganisation, giveCertification } from '#features/people/server/actions.ts'
import { addPerson } from '#features/people/server/persons.ts'
import { addTeam, setMembership } from '#features/people/server/teams.ts'
import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Role } from '#features/people/domain/person.ts'
import { starterTeams } from '#features/plan/domain/starter/teams.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { createStarterPlan } from '#features/plan/server/actions.ts'
import { takeDraft } from '#features/plan/server/drafts.ts'
import { publishDraft } from '#features/plan/server/publishing.ts'
import { saveDocument } from '#features/plan/server/store.ts'
import { inOrganisation, type Transactions, type Tx } from '#platform/database/transaction.ts'

export type TestPerson = { readonly id: string; readonly name: string; readonly email: string }

/** An organisation that runs the published starter plan, with somebody in every part. */
export type TestDesk = {
  readonly orgId: string
  readonly people: Readonly<Record<PersonName, TestPerson>>
  readonly as: (name: PersonName) => Promise<PersonActor>
  readonly within: <Value>(work: (tx: Tx) => Promise<Value>) => Promise<Value>
}

const cast = {
  ada: { roles: ['requester'] },
  bob: { roles: ['requester'] },
  tess: { roles: ['requester'], team: 'servicedesk', tier: 1 },
  tom: { roles: ['requester'], team: 'servicedesk', tier: 1 },
  lies: { roles: ['requester'], team: 'servicedesk', tier: 1, isLead: true },
  jan: { roles: ['requester'], team: 'support-specialists', tier: 2 },
  leo: { roles: ['requester'], team: 'support-specialists', tier: 2, isLead: true },
  mira: { roles: ['requester'], team: 'mdm-team', tier: 3 },
  max: { roles: ['requester'], team: 'mdm-team', tier: 3, isLead: true },
  pia: { roles: ['plan-owner', 'rollout-manager'] },
  root: { roles: ['administrator'] },
  otto: { roles: ['auditor'] },
  uma: { roles: ['requester'], team: 'servicedesk' },
} satisfies Record<string, { roles: Role[]; team?: string; tier?: number; isLead?: boolean }>
export type PersonName = keyof typeof cast

export type TestDeskOptions = {
  readonly name?: string
  /** What the plan has different from the starter plan. */
  readonly change?: (plan: SupportPlan) => SupportPlan
}

export async function testDesk(
  platform: Transactions & { readonly baseUrl: string },
  { name = 'Contoso', change = (plan) => plan }: TestDeskOptions = {},
): Promise<TestDesk> {
  const { organisation } = await createOrganisation(
    platform,
    { name, language: 'nl', timeZone: 'Europe/Amsterdam' },
    async (tx) => {
      for (const team of starterTeams) await addTeam(tx, 'tierwise', team)
    },
  )
  const orgId = organisation.id
  const within = <Value>(work: (tx: Tx) => Promise<Value>) => inOrganisation(platform, orgId, work)
  const people = await within(async (tx) => {
    const made: Partial<Record<PersonName, TestPerson>> = {}
    for (const [key, part] of Object.entries(cast) as [PersonName, Part][]) made[key] = await join(tx, key, part)
    const all = made as Record<PersonName, TestPerson>
    await createStarterPlan(tx, { owner: name, timeZone: 'Europe/Amsterdam', startDay: tx.now.slice(0, 10) })
    const draft = await takeDraft(tx)
    await saveDocument(tx, draft, change(draft.document), all.pia.id)
    await publishDraft(tx, all.pia.id, draft.revision + 1, 'The desk opens')
    return all
  })
  return { orgId, people, within, as: (who) => within((tx) => actorOf(tx, people[who].id)) }
}

type Part = { roles: Role[]; team?: string; tier?: number; isLead?: boolean }

async function join(tx: Tx, key: PersonName, part: Part): Promise<TestPerson> {
  const person = await addPerson(tx, 'tierwise', {
    name: `${key[0]?.toUpperCase()}${key.slice(1)}`,
    email: `${key}@contoso.example`,
    roles: part.roles,
  })
  if (part.team)
    await setMembership(tx, 'tierwise', {
      team: part.team,
      personId: person.id,
      isLead: part.isLead ?? false,
    })
  if (part.tier)
    await giveCertification(tx, 'tierwise', {
      personId: person.id,
      tier: part.tier,
      until: null,
      overrideReason: null,
    })
  return { id: person.id, name: person.name, email: person.email }
}
