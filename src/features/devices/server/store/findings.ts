import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { DeviceFindingsTable } from '#platform/database/schema.generated.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Finding, FindingFacts, FindingKind, FindingState, Seen } from '../../domain/findings.ts'

const findings = (tx: Tx) => tx.db.selectFrom('device_findings').selectAll().where('org_id', '=', tx.orgId)

function finding(row: Selectable<DeviceFindingsTable>): Finding {
  return {
    id: row.id,
    kind: row.kind as FindingKind,
    about: row.about,
    personId: row.person_id,
    platform: row.platform as Platform | null,
    facts: row.facts as FindingFacts,
    seen: row.seen,
    times: row.times,
    firstAt: row.first_at,
    lastAt: row.last_at,
    foundAt: row.found_at,
    state: row.state as FindingState,
    wanted: row.wanted as Finding['wanted'],
    ticketId: row.ticket,
    opened: row.opened,
    toldTimes: row.told_times,
  }
}

/** What goes on of a kind, dismissed or not. */
export async function goingOn(tx: Tx, kind: FindingKind): Promise<readonly Finding[]> {
  return (await findings(tx).where('kind', '=', kind).where('ended_at', 'is', null).execute()).map(finding)
}

/** What is to be shown to those who work: what was told, became a ticket or is about to; the latest first. */
export async function openFindings(tx: Tx, most: number): Promise<readonly Finding[]> {
  const rows = await findings(tx)
    .where('state', 'in', ['new', 'told', 'ticket'])
    .orderBy('last_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(finding)
}

/** How many of each kind wait for somebody to say what becomes of them. */
export async function countWaiting(
  tx: Tx,
): Promise<readonly { readonly kind: FindingKind; readonly count: number }[]> {
  const rows = await tx.db
    .selectFrom('device_findings')
    .select(['kind', (eb) => eb.fn.countAll<number>().as('count')])
    .where('org_id', '=', tx.orgId)
    .where('state', '=', 'told')
    .groupBy('kind')
    .execute()
  return rows.map(({ kind, count }) => ({ kind: kind as FindingKind, count: Number(count) }))
}

/** Keeps others who would act on it waiting. */
export async function lockFinding(tx: Tx, id: string): Promise<Finding | null> {
  const row = await findings(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? finding(row) : null
}

export type NewFinding = {
  readonly tenant: string
  readonly seen: Seen
  readonly personId: string | null
  readonly wanted: Finding['wanted']
}

/** The id; null where another look was first. */
export async function insertFinding(
  tx: Tx,
  { tenant, seen, personId, wanted }: NewFinding,
): Promise<string | null> {
  const row = await tx.db
    .insertInto('device_findings')
    .values({
      org_id: tx.orgId,
      id: newId(),
      tenant,
      kind: seen.kind,
      about: seen.about,
      person_id: personId,
      platform: seen.platform,
      facts: JSON.stringify(seen.facts),
      seen: [...new Set(seen.ids)].slice(-200),
      times: new Set(seen.ids).size,
      first_at: seen.firstAt,
      last_at: seen.lastAt,
      found_at: tx.now,
      state: 'new',
      wanted,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

type Again = Pick<Finding, 'seen' | 'times' | 'firstAt' | 'lastAt'>

export async function keepSeen(tx: Tx, id: string, again: Again, facts: FindingFacts): Promise<void> {
  await tx.db
    .updateTable('device_findings')
    .set({
      seen: [...again.seen],
      times: again.times,
      first_at: again.firstAt,
      last_at: again.lastAt,
      facts: JSON.stringify(facts),
    })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
}

/** Whose it is may become known later. */
export async function keepPerson(tx: Tx, id: string, personId: string): Promise<void> {
  await tx.db
    .updateTable('device_findings')
    .set({ person_id: personId })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
}

/** It is over: seen again later, it is another. */
export async function endFindings(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('device_findings')
    .set({ state: 'gone', ended_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .execute()
}

type Told = {
  readonly state: 'told' | 'ticket'
  readonly ticketId: string | null
  readonly opened: boolean
  readonly times: number
}

export async function markTold(tx: Tx, id: string, { state, ticketId, opened, times }: Told): Promise<void> {
  await tx.db
    .updateTable('device_findings')
    .set({ state, ticket: ticketId, opened, told_times: times, told_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
}

export async function markDismissed(tx: Tx, id: string, by: string, reason: string): Promise<void> {
  await tx.db
    .updateTable('device_findings')
    .set({ state: 'dismissed', dismissed_by: by, reason })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
}

/** How many tickets were opened for findings since a moment. */
export async function openedForFindings(tx: Tx, since: Instant): Promise<number> {
  const { count } = await tx.db
    .selectFrom('device_findings')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', tx.orgId)
    .where('opened', '=', true)
    .where('told_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Findings are told one after the other within an organisation: two of one person never look for each other's ticket at once. */
export async function tellAlone(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`findings:${tx.orgId}`}, 0))`.execute(tx.db)
}
