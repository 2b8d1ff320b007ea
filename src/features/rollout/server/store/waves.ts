import { sql } from 'kysely'
import { newId } from '#platform/database/id.ts'
import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { WaveView } from '../../contract/waves.ts'

type Days = { readonly starts: string; readonly ends: string }
type NewMove = {
  readonly wave: string
  readonly planNumber: number
  readonly from: Days
  readonly to: Days
  readonly note: string
  readonly by: string
}

export async function insertMove({ db, orgId, now }: Tx, move: NewMove): Promise<void> {
  await sql`insert into wave_moves (org_id, id, wave, plan_number, from_starts, from_ends, to_starts, to_ends, note, at, by_person)
    values (${orgId}, ${newId()}, ${move.wave}, ${move.planNumber}, ${move.from.starts}, ${move.from.ends}, ${move.to.starts},
      ${move.to.ends}, ${move.note}, ${now}, ${move.by})`.execute(db)
}

type MoveRow = {
  readonly id: string
  readonly planNumber: number
  readonly fromStarts: string
  readonly fromEnds: string
  readonly toStarts: string
  readonly toEnds: string
  readonly note: string
  readonly at: Instant
  readonly byId: string
  readonly byName: string
}

/** The newest first. */
export async function movesOf({ db, orgId }: Tx, wave: string): Promise<WaveView['moves']> {
  const { rows } = await sql<MoveRow>`
    select m.id, m.plan_number as "planNumber", m.from_starts::text as "fromStarts", m.from_ends::text as "fromEnds",
      m.to_starts::text as "toStarts", m.to_ends::text as "toEnds", m.note, m.at, p.id as "byId", p.name as "byName"
    from wave_moves m join persons p on p.org_id = m.org_id and p.id = m.by_person
    where m.org_id = ${orgId} and m.wave = ${wave} order by m.id desc limit 50`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    planNumber: row.planNumber,
    from: { starts: row.fromStarts, ends: row.fromEnds },
    to: { starts: row.toStarts, ends: row.toEnds },
    note: row.note,
    by: { id: row.byId, name: row.byName },
    at: row.at,
  }))
}

/** Whether waves were moved in this version of the plan. */
export async function isMovedIn({ db, orgId }: Tx, planNumber: number): Promise<boolean> {
  const { rows } = await sql<{ moved: boolean }>`select exists (select from wave_moves
    where org_id = ${orgId} and plan_number = ${planNumber}) as moved`.execute(db)
  return rows[0]?.moved ?? false
}

/** True the first time that this person is told. */
export async function enterWarning(
  { db, orgId, now }: Tx,
  { wave, starts, kind }: { readonly wave: string; readonly starts: string; readonly kind: 'soon' | 'begun' },
  personId: string,
): Promise<boolean> {
  const { rows } = await sql<{ wave: string }>`
    insert into wave_warnings (org_id, wave, starts, kind, person_id, at)
    values (${orgId}, ${wave}, ${starts}, ${kind}, ${personId}, ${now}) on conflict do nothing returning wave`.execute(
    db,
  )
  return rows.length > 0
}
