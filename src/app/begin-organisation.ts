import { addTeam } from '#features/people/server/teams.ts'
import type { OrganisationRow } from '#features/people/server/actions.ts'
import { starterTeams } from '#features/plan/domain/starter/teams.ts'
import { createStarterPlan } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** What a new organisation has from the first minute: the starter plan as a draft, and the teams that it names. */
export async function beginOrganisation(tx: Tx, { name, timeZone }: OrganisationRow): Promise<void> {
  for (const team of starterTeams) await addTeam(tx, 'tierwise', team)
  await createStarterPlan(tx, { owner: name, timeZone })
}
