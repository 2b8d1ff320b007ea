import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Language } from '#features/people/domain/person.ts'
import type { SecondFactorRule } from '#features/people/domain/second-factor.ts'
import type { Database } from '#platform/database/connect.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type OrganisationRow = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly language: Language
  readonly timeZone: string
  readonly secondFactorFor: SecondFactorRule
  readonly setUpAt: Instant | null
}

/** All organisations, oldest first; for schedulers and the command line. */
export async function organisationIds(database: Database): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select organisation_ids() as id`.execute(database)
  return rows.map((row) => row.id)
}

export async function organisationBySlug(database: Database, slug: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select organisation_by_slug(${slug}) as id`.execute(database)
  return rows[0]?.id ?? null
}

/** The organisation in which this one practises; null as long as nobody has. */
export async function practiceOrganisationId(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select practice_organisation() as id`.execute(tx.db)
  return rows[0]?.id ?? null
}

/** The organisation whose practice this is; null where everything is real. */
export async function realOrganisation(tx: Tx): Promise<string | null> {
  const row = await tx.db
    .selectFrom('organisations')
    .select('practice_of')
    .where('org_id', '=', tx.orgId)
    .executeTakeFirst()
  return row?.practice_of ?? null
}

export async function findOrganisation(tx: Tx): Promise<OrganisationRow> {
  const row = await tx.db
    .selectFrom('organisations')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .executeTakeFirstOrThrow()
  return {
    id: row.org_id,
    slug: row.slug,
    name: row.name,
    language: row.language as Language,
    timeZone: row.time_zone,
    secondFactorFor: row.second_factor_for,
    setUpAt: row.set_up_at,
  }
}

/** Changes to who administers wait for each other. */
export async function lockOrganisation(tx: Tx): Promise<void> {
  await tx.db.selectFrom('organisations').select('org_id').where('org_id', '=', tx.orgId).forUpdate().execute()
}

export async function insertOrganisation(
  tx: Tx,
  organisation: Omit<OrganisationRow, 'id' | 'secondFactorFor' | 'setUpAt'> & {
    readonly practiceOf?: string
  },
): Promise<boolean> {
  const { slug, name, language, timeZone, practiceOf = null } = organisation
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('organisations')
    .values({
      org_id: tx.orgId,
      slug,
      name,
      language,
      time_zone: timeZone,
      created_at: tx.now,
      practice_of: practiceOf,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export type OrganisationChange = {
  readonly slug?: string | undefined
  readonly name?: string | undefined
  readonly language?: Language | undefined
  readonly timeZone?: string | undefined
  readonly secondFactorFor?: SecondFactorRule | undefined
  readonly setUpAt?: Instant | undefined
}

export async function updateOrganisation(
  tx: Tx,
  { slug, name, language, timeZone, secondFactorFor, setUpAt }: OrganisationChange,
): Promise<void> {
  const values = {
    ...(slug === undefined ? {} : { slug }),
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { language }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(secondFactorFor === undefined ? {} : { second_factor_for: secondFactorFor }),
    ...(setUpAt === undefined ? {} : { set_up_at: setUpAt }),
  }
  if (Object.keys(values).length === 0) return
  await tx.db.updateTable('organisations').set(values).where('org_id', '=', tx.orgId).execute()
}
