import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type TeamRow = {
  readonly key: string
  readonly name: { readonly nl: string; readonly en: string }
  readonly members: readonly {
    readonly id: string
    readonly name: string
    readonly isLead: boolean
    readonly absent: boolean
    readonly disabled: boolean
  }[]
}

/** All teams, or one, with their members by name. */
export async function findTeams(tx: Tx, key?: string): Promise<TeamRow[]> {
  const { rows } = await sql<TeamRow>`
    select t.key, json_build_object('nl', t.name_nl, 'en', t.name_en) as name,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'isLead', m.is_lead,
          'disabled', p.disabled_at is not null,
          'absent', exists (select from absences a where a.org_id = p.org_id and a.person_id = p.id
            and a.from_at <= ${tx.now} and a.until_at > ${tx.now}))
        order by m.is_lead desc, p.name collate "C", p.id), '[]')
       from memberships m join persons p on p.org_id = m.org_id and p.id = m.person_id
       where m.org_id = t.org_id and m.team_key = t.key) as members
    from teams t
    where t.org_id = ${tx.orgId} ${key === undefined ? sql`` : sql`and t.key = ${key}`}
    order by t.created_at, t.key`.execute(tx.db)
  return rows
}

export async function insertTeam(tx: Tx, team: Omit<TeamRow, 'members'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('teams')
    .values({ org_id: tx.orgId, key: team.key, name_nl: team.name.nl, name_en: team.name.en, created_at: tx.now })
    .onConflict((conflict) => conflict.columns(['org_id', 'key']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function renameTeam(tx: Tx, { key, name }: Omit<TeamRow, 'members'>): Promise<void> {
  await tx.db
    .updateTable('teams')
    .set({ name_nl: name.nl, name_en: name.en })
    .where('org_id', '=', tx.orgId)
    .where('key', '=', key)
    .execute()
}

export async function deleteTeam(tx: Tx, key: string): Promise<void> {
  await tx.db.deleteFrom('teams').where('org_id', '=', tx.orgId).where('key', '=', key).execute()
}

export async function putMembership(
  tx: Tx,
  { team, personId, isLead }: { readonly team: string; readonly personId: string; readonly isLead: boolean },
): Promise<void> {
  await tx.db
    .insertInto('memberships')
    .values({ org_id: tx.orgId, team_key: team, person_id: personId, is_lead: isLead, since: tx.now })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'team_key', 'person_id']).doUpdateSet({ is_lead: isLead }),
    )
    .execute()
}

export async function deleteMembership(tx: Tx, team: string, personId: string): Promise<void> {
  await tx.db
    .deleteFrom('memberships')
    .where('org_id', '=', tx.orgId)
    .where('team_key', '=', team)
    .where('person_id', '=', personId)
    .execute()
}

/** Somebody who is no longer a lead by role leads no team. */
export async function clearLeads(tx: Tx, personId: string): Promise<void> {
  await tx.db
    .updateTable('memberships')
    .set({ is_lead: false })
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .execute()
}

export type NewCertification = {
  readonly id: string
  readonly personId: string
  readonly tier: number
  readonly from: Instant
  readonly until: Instant | null
  readonly override: null | { readonly by: string; readonly reason: string }
}

export async function insertCertification(tx: Tx, one: NewCertification): Promise<void> {
  await tx.db
    .insertInto('certifications')
    .values({
      org_id: tx.orgId,
      id: one.id,
      person_id: one.personId,
      tier: one.tier,
      valid_from: one.from,
      valid_until: one.until,
      override_by: one.override?.by ?? null,
      override_reason: one.override?.reason ?? null,
      given_at: tx.now,
    })
    .execute()
}

/** Ends now; one that has not begun never begins. The row stays: it says under which permission somebody worked. */
export async function endCertification(tx: Tx, personId: string, id: string): Promise<void> {
  await sql`update certifications set valid_until = greatest(valid_from, ${tx.now}::timestamptz)
    where org_id = ${tx.orgId} and person_id = ${personId} and id = ${id}`.execute(tx.db)
}

export type AbsenceRow = {
  readonly id: string
  readonly from: Instant
  readonly until: Instant
  readonly reason: string | null
}

/** Current and planned ones. */
export async function findAbsences(tx: Tx, personId: string): Promise<AbsenceRow[]> {
  return tx.db
    .selectFrom('absences')
    .select(['id', 'from_at as from', 'until_at as until', 'reason'])
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('until_at', '>', tx.now)
    .orderBy('from_at')
    .execute()
}

export async function insertAbsence(tx: Tx, personId: string, absence: AbsenceRow): Promise<void> {
  await tx.db
    .insertInto('absences')
    .values({
      org_id: tx.orgId,
      id: absence.id,
      person_id: personId,
      from_at: absence.from,
      until_at: absence.until,
      reason: absence.reason,
    })
    .execute()
}

/** What is over stays; what runs ends now; what is planned goes. */
export async function endAbsence(tx: Tx, personId: string, id: string): Promise<void> {
  const own = sql`org_id = ${tx.orgId} and person_id = ${personId} and id = ${id} and until_at > ${tx.now}`
  await sql`update absences set until_at = ${tx.now} where ${own} and from_at < ${tx.now}`.execute(tx.db)
  await sql`delete from absences where ${own} and from_at >= ${tx.now}`.execute(tx.db)
}
