import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { MailKind, Words } from '../../domain/mails/mail.ts'

type Named = { readonly id: string; readonly name: string }

export type LessonRow = {
  readonly id: string
  readonly wave: string
  readonly happened: string
  readonly tell: Words
  readonly writtenAt: Instant
  readonly writtenBy: Named
  readonly version: number
  readonly uses: readonly {
    readonly wave: string
    readonly kind: MailKind
    readonly at: Instant
    readonly by: Named
  }[]
}

/** What these waves taught, the newest first. */
export async function lessonsOf(tx: Tx, waves: readonly string[]): Promise<LessonRow[]> {
  if (waves.length === 0) return []
  const lessons = await tx.db
    .selectFrom('wave_lessons as l')
    .innerJoin('persons as p', (on) => on.onRef('p.org_id', '=', 'l.org_id').onRef('p.id', '=', 'l.written_by'))
    .selectAll('l')
    .select('p.name')
    .where('l.org_id', '=', tx.orgId)
    .where('l.wave', 'in', waves)
    .where('l.removed_at', 'is', null)
    .orderBy('l.id', 'desc')
    .limit(100)
    .execute()
  const uses = await usesOf(
    tx,
    lessons.map(({ id }) => id),
  )
  return lessons.map((row) => ({
    id: row.id,
    wave: row.wave,
    happened: row.happened,
    tell: { nl: row.tell_nl, en: row.tell_en },
    writtenAt: row.written_at,
    writtenBy: { id: row.written_by, name: row.name },
    version: row.version,
    uses: uses
      .filter(({ lessonId }) => lessonId === row.id)
      .map(({ wave, kind, at, by }) => ({ wave, kind, at, by })),
  }))
}

async function usesOf(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('wave_lesson_uses as u')
    .innerJoin('persons as p', (on) => on.onRef('p.org_id', '=', 'u.org_id').onRef('p.id', '=', 'u.by_person'))
    .select(['u.lesson_id', 'u.wave', 'u.kind', 'u.at', 'u.by_person', 'p.name'])
    .where('u.org_id', '=', tx.orgId)
    .where('u.lesson_id', 'in', ids)
    .orderBy('u.at')
    .execute()
  return rows.map(({ lesson_id, wave, kind, at, by_person, name }) => ({
    lessonId: lesson_id,
    wave,
    kind: kind as MailKind,
    at,
    by: { id: by_person, name },
  }))
}

export async function findLesson(tx: Tx, id: string): Promise<LessonRow | null> {
  const row = await tx.db
    .selectFrom('wave_lessons')
    .select('wave')
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  return (await lessonsOf(tx, [row.wave])).find((one) => one.id === id) ?? null
}

type Given = { readonly happened: string; readonly tell: Words }

export async function insertLesson(tx: Tx, wave: string, by: string, { happened, tell }: Given): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('wave_lessons')
    .values({
      org_id: tx.orgId,
      id,
      wave,
      happened,
      tell_nl: tell.nl,
      tell_en: tell.en,
      written_at: tx.now,
      written_by: by,
    })
    .execute()
  return id
}

/** False when somebody else wrote it meanwhile. */
export async function saveLesson(tx: Tx, id: string, seen: number, { happened, tell }: Given): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('wave_lessons')
    .set({ happened, tell_nl: tell.nl, tell_en: tell.en, version: seen + 1 })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function removeLesson(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('wave_lessons')
    .set({ removed_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
}

export async function enterUse(
  tx: Tx,
  use: { readonly lessonId: string; readonly wave: string; readonly kind: MailKind; readonly by: string },
): Promise<void> {
  await tx.db
    .insertInto('wave_lesson_uses')
    .values({
      org_id: tx.orgId,
      lesson_id: use.lessonId,
      wave: use.wave,
      kind: use.kind,
      at: tx.now,
      by_person: use.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
