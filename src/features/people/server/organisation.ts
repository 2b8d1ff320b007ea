import { mayAdminister } from '#features/people/domain/authority.ts'
import type { Language } from '#features/people/domain/person.ts'
import type { SecondFactorRule } from '#features/people/domain/second-factor.ts'
import { normalName, slugOf } from '#features/people/domain/text.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { isTimeZone } from './actions.ts'
import { type By, idOf, mustBeAllowed, refuse } from './judged.ts'
import type { PeopleServices } from './services.ts'
import { recordChange } from './store/changes.ts'
import {
  findOrganisation,
  organisationBySlug,
  type OrganisationRow,
  updateOrganisation,
} from './store/organisations.ts'

export type GivenOrganisationChange = {
  readonly name?: string | undefined
  readonly language?: Language | undefined
  readonly timeZone?: string | undefined
  readonly secondFactorFor?: SecondFactorRule | undefined
  readonly country?: string | null | undefined
  /** The administrator went through the first steps. */
  readonly setUp?: true | undefined
}

export async function changeOrganisation(
  tx: Tx,
  { place }: Pick<PeopleServices, 'place'>,
  by: By,
  given: GivenOrganisationChange,
): Promise<OrganisationRow> {
  mustBeAllowed(by, mayAdminister)
  const { language, timeZone, secondFactorFor, country } = given
  const name = given.name === undefined ? undefined : (normalName(given.name) ?? refuse('name-not-valid'))
  if (timeZone !== undefined && !isTimeZone(timeZone)) refuse('time-zone-unknown')
  if (country && !(await place?.countries())?.includes(country)) refuse('country-unknown')
  const before = await findOrganisation(tx)
  const isSetUpNow = given.setUp === true && before.setUpAt === null
  const slug = isSetUpNow && name !== undefined ? await freeSlug(tx, name) : undefined
  const setUpAt = isSetUpNow ? tx.now : undefined
  await updateOrganisation(tx, { name, slug, language, timeZone, secondFactorFor, setUpAt })
  const after = await findOrganisation(tx)
  await recordChange(tx, { by: idOf(by), what: 'organisation-changed', subject: tx.orgId, before, after })
  if (country !== undefined) await place?.choose(tx, after, country)
  return after
}

/** The first organisation was named by the program; its short name follows the name that its administrator gives. */
async function freeSlug(tx: Tx, name: string): Promise<string | undefined> {
  const slug = slugOf(name)
  return (await organisationBySlug(tx.db, slug)) === null ? slug : undefined
}
