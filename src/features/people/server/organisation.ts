import { mayAdminister } from '#features/people/domain/authority.ts'
import type { Language } from '#features/people/domain/person.ts'
import { normalName } from '#features/people/domain/text.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { isTimeZone } from './actions.ts'
import { type By, idOf, mustBeAllowed, refuse } from './judged.ts'
import { recordChange } from './store/changes.ts'
import { findOrganisation, type OrganisationRow, updateOrganisation } from './store/organisations.ts'

export type GivenOrganisationChange = {
  readonly name?: string | undefined
  readonly language?: Language | undefined
  readonly timeZone?: string | undefined
  /** The administrator went through the first steps. */
  readonly setUp?: true | undefined
}

export async function changeOrganisation(
  tx: Tx,
  by: By,
  given: GivenOrganisationChange,
): Promise<OrganisationRow> {
  mustBeAllowed(by, mayAdminister)
  const { language, timeZone } = given
  const name = given.name === undefined ? undefined : (normalName(given.name) ?? refuse('name-not-valid'))
  if (timeZone !== undefined && !isTimeZone(timeZone)) refuse('time-zone-unknown')
  const before = await findOrganisation(tx)
  const setUpAt = given.setUp && before.setUpAt === null ? tx.now : undefined
  await updateOrganisation(tx, { name, language, timeZone, setUpAt })
  const after = await findOrganisation(tx)
  await recordChange(tx, { by: idOf(by), what: 'organisation-changed', subject: tx.orgId, before, after })
  return after
}
