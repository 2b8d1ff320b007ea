import { sql } from 'kysely'
import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { DecisionView } from '../../contract/readiness.ts'
import type { DecisionOutcome } from '../../domain/readiness/decide.ts'
import type { Readiness } from '../../domain/readiness/figure.ts'

export type NewDecision = {
  readonly id: string
  readonly wave: string
  readonly planVersionId: string
  readonly outcome: DecisionOutcome
  readonly reason: string
  readonly signedBy: { readonly id: string; readonly name: string }
  readonly readiness: Readiness
  readonly hash: string
  readonly conditions: readonly {
    readonly id: string
    readonly text: string
    readonly owner: string
    readonly due: string
  }[]
}

export async function insertDecision({ db, orgId, now }: Tx, one: NewDecision): Promise<void> {
  await sql`insert into wave_decisions (org_id, id, wave, plan_version_id, outcome, reason, signed_by, signed_name, signed_at, figures, figures_hash)
    values (${orgId}, ${one.id}, ${one.wave}, ${one.planVersionId}, ${one.outcome}, ${one.reason}, ${one.signedBy.id},
      ${one.signedBy.name}, ${now}, ${JSON.stringify(one.readiness)}::jsonb, ${one.hash})`.execute(db)
  for (const { id, text, owner, due } of one.conditions) {
    await sql`insert into wave_conditions (org_id, id, decision_id, text, owner_id, due)
      values (${orgId}, ${id}, ${one.id}, ${text}, ${owner}, ${due})`.execute(db)
  }
}

type Row = {
  readonly id: string
  readonly wave: string
  readonly planNumber: number
  readonly outcome: DecisionOutcome
  readonly reason: string
  readonly byId: string
  readonly byName: string
  readonly at: Instant
  readonly readiness: Readiness
  readonly hash: string
  readonly conditions: readonly {
    readonly id: string
    readonly text: string
    readonly ownerId: string
    readonly ownerName: string
    readonly due: string
    readonly metAt: Instant | null
    readonly metById: string | null
    readonly metByName: string | null
  }[]
}

export type KeptDecision = Omit<DecisionView, 'conditions' | 'readiness'> & {
  readonly readiness: Readiness
  readonly conditions: readonly Omit<DecisionView['conditions'][number], 'mayMeet'>[]
}

type Wanted = { readonly wave: string } | { readonly id: string }

/** Whoever signs for this wave next waits until this transaction has. */
export async function lockDecisions({ db, orgId }: Tx, wave: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`wave-decisions ${orgId} ${wave}`}, 0))`.execute(db)
}

/** The newest first. */
export async function findDecisions({ db, orgId }: Tx, wanted: Wanted): Promise<KeptDecision[]> {
  const { rows } = await sql<Row>`
    select d.id, d.wave, v.number as "planNumber", d.outcome, d.reason, d.signed_by as "byId", d.signed_name as "byName",
      d.signed_at as at, d.figures as readiness, d.figures_hash as hash,
      (select coalesce(json_agg(json_build_object('id', c.id, 'text', c.text, 'ownerId', o.id, 'ownerName', o.name,
          'due', c.due, 'metAt', to_char(c.met_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'metById', m.id, 'metByName', m.name) order by c.due, c.id), '[]')
        from wave_conditions c join persons o on o.org_id = c.org_id and o.id = c.owner_id
        left join persons m on m.org_id = c.org_id and m.id = c.met_by
        where c.org_id = d.org_id and c.decision_id = d.id) as conditions
    from wave_decisions d join plan_versions v on v.org_id = d.org_id and v.id = d.plan_version_id
    where d.org_id = ${orgId} and ${'id' in wanted ? sql`d.id = ${wanted.id}` : sql`d.wave = ${wanted.wave}`}
    order by d.id desc limit 50`.execute(db)
  return rows.map(({ byId, byName, conditions, ...row }) => ({
    ...row,
    by: { id: byId, name: byName },
    conditions: conditions.map(({ ownerId, ownerName, metAt, metById, metByName, ...one }) => ({
      ...one,
      owner: { id: ownerId, name: ownerName },
      met: metAt === null || metById === null ? null : { at: metAt, by: { id: metById, name: metByName ?? '' } },
    })),
  }))
}

export type LastDecision = {
  readonly wave: string
  readonly outcome: DecisionOutcome
  readonly by: string
  readonly at: Instant
  readonly conditionsOpen: number
}

/** The last word on each wave. */
export async function lastDecisions({ db, orgId }: Tx): Promise<LastDecision[]> {
  const { rows } = await sql<LastDecision>`
    select distinct on (d.wave) d.wave, d.outcome, d.signed_name as by, d.signed_at as at,
      (select count(*)::int from wave_conditions c
        where c.org_id = d.org_id and c.decision_id = d.id and c.met_at is null) as "conditionsOpen"
    from wave_decisions d where d.org_id = ${orgId} order by d.wave, d.id desc`.execute(db)
  return rows
}

export type KeptCondition = {
  readonly ownerId: string
  readonly metAt: Instant | null
  readonly wave: string
}

export async function lockCondition({ db, orgId }: Tx, id: string): Promise<KeptCondition | null> {
  const { rows } = await sql<KeptCondition>`
    select c.owner_id as "ownerId", c.met_at as "metAt", d.wave from wave_conditions c
    join wave_decisions d on d.org_id = c.org_id and d.id = c.decision_id
    where c.org_id = ${orgId} and c.id = ${id} for update of c`.execute(db)
  return rows[0] ?? null
}

export async function markMet({ db, orgId, now }: Tx, id: string, by: string): Promise<void> {
  await sql`update wave_conditions set met_at = ${now}, met_by = ${by}
    where org_id = ${orgId} and id = ${id}`.execute(db)
}
