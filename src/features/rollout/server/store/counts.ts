import { sql } from 'kysely'
import { newId } from '#platform/database/id.ts'
import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { WaveView } from '../../contract/waves.ts'
import type { CountKind } from '../../domain/waves/enrollments.ts'

type NewCount = {
  readonly wave: string
  readonly day: string
  readonly enrolled: number
  readonly kind: CountKind | 'withdrawal'
  readonly note: string | null
  readonly by: string
}

/** Appends what somebody says of a wave's enrollments. */
export async function insertCount({ db, orgId, now }: Tx, given: NewCount): Promise<void> {
  await sql`insert into wave_enrollments (org_id, id, wave, day, enrolled, kind, note, at, by_person)
    values (${orgId}, ${newId()}, ${given.wave}, ${given.day}, ${given.enrolled}, ${given.kind}, ${given.note}, ${now},
      ${given.by})`.execute(db)
}

type CountRow = {
  readonly wave: string
  readonly day: string
  readonly enrolled: number
  readonly kind: CountKind
  readonly note: string | null
  readonly at: Instant
  readonly byId: string
  readonly byName: string
}

const columns = sql`e.wave, e.day::text as day, e.enrolled, e.kind, e.note, e.at, p.id as "byId", p.name as "byName"`
const rowsOf = sql`wave_enrollments e join persons p on p.org_id = e.org_id and p.id = e.by_person`

/** What was counted of these waves: per day the last word, the latest day first. */
export async function countedEnrollments(
  { db, orgId }: Tx,
  waves: readonly string[],
): Promise<(Pick<CountRow, 'wave'> & WaveView['counts'][number])[]> {
  const { rows } = await sql<CountRow>`
    select distinct on (e.wave, e.day) ${columns} from ${rowsOf}
    where e.org_id = ${orgId} and e.wave = any(${waves}::text[]) and e.kind <> 'withdrawal'
    order by e.wave, e.day desc, e.id desc`.execute(db)
  return rows.map(({ byId, byName, ...row }) => ({ ...row, by: { id: byId, name: byName } }))
}

type Correction = NonNullable<WaveView['correction']>

/** What stands in place of Intune's figure, by wave. */
export async function standingCorrections(
  { db, orgId }: Tx,
  waves: readonly string[],
): Promise<ReadonlyMap<string, Correction>> {
  const { rows } = await sql<Omit<CountRow, 'kind'> & { kind: string }>`
    select distinct on (e.wave) ${columns} from ${rowsOf}
    where e.org_id = ${orgId} and e.wave = any(${waves}::text[]) and e.kind <> 'count'
    order by e.wave, e.id desc`.execute(db)
  return new Map(
    rows.flatMap(({ wave, kind, note, day, enrolled, at, byId, byName }) =>
      kind === 'correction'
        ? [[wave, { day, enrolled, note: note ?? '', at, by: { id: byId, name: byName } }] as const]
        : [],
    ),
  )
}
