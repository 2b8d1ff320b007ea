import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { TakenAway, Withdrawal } from '../../domain/directory/brake.ts'
import type { ChosenGroup, SeenUser } from '../../domain/directory/seen.ts'

export type Outcome = {
  readonly added: number
  readonly linked: number
  readonly renamed: number
  readonly regrouped: number
  readonly disabled: number
  readonly enabled: number
  readonly unreadable: number
  readonly whole: boolean
}

export type DirectoryRow = {
  readonly tenant: string
  readonly revision: number
  readonly usersLink: string | null
  readonly groupsLink: string | null
  readonly readWholeAt: Instant | null
  readonly beganAt: Instant | null
  readonly endedAt: Instant | null
  readonly succeededAt: Instant | null
  readonly code: string | null
  readonly permission: string | null
  readonly outcome: Outcome | null
  /** Who waits for an administrator, since when. */
  readonly held: Held | null
  /** Users of whom an administrator said that they may go. */
  readonly released: readonly string[]
  readonly takenAway: TakenAway
}

export type Held = { readonly since: Instant; readonly people: readonly Withdrawal[] }

export type GroupRow = ChosenGroup & { readonly missingSince: Instant | null }

export async function findDirectory(tx: Tx, { lock } = { lock: false }): Promise<DirectoryRow | null> {
  const query = tx.db.selectFrom('tenant_directories').selectAll().where('org_id', '=', tx.orgId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) return null
  return {
    tenant: row.tenant,
    revision: row.revision,
    usersLink: row.users_link,
    groupsLink: row.groups_link,
    readWholeAt: row.read_whole_at,
    beganAt: row.began_at,
    endedAt: row.ended_at,
    succeededAt: row.succeeded_at,
    code: row.code,
    permission: row.permission,
    outcome: row.outcome as Outcome | null,
    held: row.held as Held | null,
    released: row.released,
    takenAway: row.taken_away as TakenAway,
  }
}

export async function directoryGroups(tx: Tx): Promise<readonly GroupRow[]> {
  const rows = await tx.db
    .selectFrom('tenant_directory_groups')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .orderBy('name')
    .orderBy('entra_group_id')
    .execute()
  return rows.map((row) => ({
    entraGroupId: row.entra_group_id,
    name: row.name,
    key: row.group_key,
    formerKey: row.former_key,
    missing: row.missing_since !== null,
    missingSince: row.missing_since,
    dropped: row.dropped,
  }))
}

export type FollowedGroup = { readonly key: string; readonly name: string; readonly readAt: Instant | null }

/** The groups whose people follow Entra ID, by the key that waves have for them. */
export async function followedGroups(tx: Tx): Promise<readonly FollowedGroup[]> {
  const [groups, directory] = await Promise.all([directoryGroups(tx), findDirectory(tx)])
  return groups.flatMap(({ key, name, dropped }) =>
    dropped ? [] : { key, name, readAt: directory?.succeededAt ?? null },
  )
}

export async function seenUsers(tx: Tx): Promise<readonly SeenUser[]> {
  const rows = await tx.db
    .selectFrom('tenant_directory_users')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .orderBy('entra_id')
    .execute()
  return rows.map((row) => ({
    entraId: row.entra_id,
    name: row.name,
    address: row.address,
    signInName: row.sign_in_name,
    enabled: row.enabled,
    groups: row.groups,
    withdrawn: row.withdrawn,
  }))
}

/** How many people of each group follow it. */
export async function peoplePerGroup(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; people: number }>`
    select g as id, count(*)::int as people from tenant_directory_users, unnest(groups) as g
    where org_id = ${tx.orgId} and enabled group by g`.execute(tx.db)
  return new Map(rows.map(({ id, people }) => [id, people]))
}

/** Goes up with every choice: a round that began before ends without effect. */
export async function nextRevision(tx: Tx, tenant: string): Promise<void> {
  await sql`insert into tenant_directories (org_id, tenant) values (${tx.orgId}, ${tenant})
    on conflict (org_id, tenant) do update set revision = tenant_directories.revision + 1, users_link = null,
      groups_link = null`.execute(tx.db)
}

/** Links are of the address that gave them: the next round reads everything, and one that runs ends without effect. */
export async function forgetLinks(tx: Tx, tenant: string): Promise<void> {
  await sql`update tenant_directories set revision = revision + 1, users_link = null, groups_link = null
    where org_id = ${tx.orgId} and tenant = ${tenant}`.execute(tx.db)
}

export async function putGroup(tx: Tx, tenant: string, group: GroupRow): Promise<void> {
  const values = {
    name: group.name,
    group_key: group.key,
    former_key: group.formerKey,
    missing_since: group.missingSince,
    dropped: group.dropped,
  }
  await tx.db
    .insertInto('tenant_directory_groups')
    .values({ org_id: tx.orgId, tenant, entra_group_id: group.entraGroupId, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'tenant', 'entra_group_id']).doUpdateSet(values))
    .execute()
}

export async function forgetDropped(tx: Tx): Promise<void> {
  await tx.db
    .deleteFrom('tenant_directory_groups')
    .where('org_id', '=', tx.orgId)
    .where('dropped', '=', true)
    .execute()
  await tx.db
    .updateTable('tenant_directory_groups')
    .set({ former_key: null })
    .where('org_id', '=', tx.orgId)
    .where('former_key', 'is not', null)
    .execute()
}

/** Remembers what was seen, in place of what was seen before, and whom of them an administrator keeps. */
export async function replaceSeen(
  tx: Tx,
  tenant: string,
  users: readonly SeenUser[],
  kept: ReadonlySet<string>,
): Promise<void> {
  await tx.db.deleteFrom('tenant_directory_users').where('org_id', '=', tx.orgId).execute()
  if (users.length === 0) return
  const rows = users.map((user) => ({ ...user, kept: kept.has(user.entraId) }))
  await sql`insert into tenant_directory_users
      (org_id, tenant, entra_id, name, address, sign_in_name, enabled, groups, withdrawn, kept)
    select ${tx.orgId}, ${tenant}, one."entraId", one.name, one.address, one."signInName", one.enabled,
      array(select jsonb_array_elements_text(one.groups)), one.withdrawn, one.kept
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one ("entraId" text, name text, address text,
      "signInName" text, enabled boolean, groups jsonb, withdrawn boolean, kept boolean)`.execute(tx.db)
}

export async function markBegan(tx: Tx): Promise<void> {
  await tx.db.updateTable('tenant_directories').set({ began_at: tx.now }).where('org_id', '=', tx.orgId).execute()
}

export async function markFailed(tx: Tx, code: string, permission: string | null): Promise<void> {
  await tx.db
    .updateTable('tenant_directories')
    .set({ ended_at: tx.now, code, permission })
    .where('org_id', '=', tx.orgId)
    .execute()
}

export async function markSucceeded(
  tx: Tx,
  done: { readonly usersLink: string; readonly groupsLink: string; readonly outcome: Outcome },
): Promise<void> {
  await tx.db
    .updateTable('tenant_directories')
    .set({
      users_link: done.usersLink,
      groups_link: done.groupsLink,
      ...(done.outcome.whole && { read_whole_at: tx.now }),
      ended_at: tx.now,
      succeeded_at: tx.now,
      code: null,
      permission: null,
      outcome: JSON.stringify(done.outcome),
    })
    .where('org_id', '=', tx.orgId)
    .execute()
}
