import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Worded } from '../../domain/mails/inherited.ts'
import type { MailKind } from '../../domain/mails/mail.ts'

type Named = { readonly id: string; readonly name: string }
type Done = { readonly at: Instant; readonly by: Named } | null

export type MailRow = Worded & {
  readonly wave: string
  readonly approved: Done
  readonly paused: Done
  readonly version: number
}

/** The mails that somebody worked on, of these waves. */
export async function writtenMails(tx: Tx, waves: readonly string[]): Promise<MailRow[]> {
  if (waves.length === 0) return []
  const rows = await tx.db
    .selectFrom('wave_mails as m')
    .leftJoin('persons as a', (on) => on.onRef('a.org_id', '=', 'm.org_id').onRef('a.id', '=', 'm.approved_by'))
    .leftJoin('persons as p', (on) => on.onRef('p.org_id', '=', 'm.org_id').onRef('p.id', '=', 'm.paused_by'))
    .selectAll('m')
    .select(['a.name as approver', 'p.name as pauser'])
    .where('m.org_id', '=', tx.orgId)
    .where('m.wave', 'in', waves)
    .execute()
  return rows.map((row) => ({
    wave: row.wave,
    kind: row.kind,
    text: {
      subject: { nl: row.subject_nl, en: row.subject_en },
      body: { nl: row.body_nl, en: row.body_en },
    },
    timing: { countedFrom: row.counted_from, days: row.days, at: row.at_time },
    approved: done(row.approved_at, row.approved_by, row.approver),
    paused: done(row.paused_at, row.paused_by, row.pauser),
    version: row.version,
  }))
}

function done(at: Instant | null, id: string | null, name: string | null): Done {
  return at === null || id === null ? null : { at, by: { id, name: name ?? '' } }
}

/** Writes the mail over the version that was seen; false when there is another by now. */
export async function saveMail(
  { db, orgId, now }: Tx,
  { wave, kind, text, timing }: Worded & { readonly wave: string },
  by: string,
  seen: number,
): Promise<boolean> {
  const { subject, body } = text
  const { countedFrom, days, at } = timing
  const { numAffectedRows } = await sql`
    insert into wave_mails as known (org_id, wave, kind, subject_nl, subject_en, body_nl, body_en, counted_from, days,
      at_time, changed_at, changed_by)
    select ${orgId}, ${wave}, ${kind}, ${subject.nl}, ${subject.en}, ${body.nl}, ${body.en}, ${countedFrom}, ${days},
      ${at}, ${now}, ${by}
    where ${seen} = 0 or exists (select from wave_mails where org_id = ${orgId} and wave = ${wave} and kind = ${kind})
    on conflict (org_id, wave, kind) do update set subject_nl = excluded.subject_nl, subject_en = excluded.subject_en,
      body_nl = excluded.body_nl, body_en = excluded.body_en, counted_from = excluded.counted_from,
      days = excluded.days, at_time = excluded.at_time, version = known.version + 1, approved_at = null,
      approved_by = null, changed_at = ${now}, changed_by = ${by}
    where known.version = ${seen}`.execute(db)
  return numAffectedRows === 1n
}

/** Approves exactly the version that was seen, or takes an approval back. */
export async function setApproval(
  { db, orgId, now }: Tx,
  { wave, kind }: { wave: string; kind: MailKind },
  by: string | null,
  seen: number | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update wave_mails set approved_at = ${by === null ? null : now}, approved_by = ${by}
    where org_id = ${orgId} and wave = ${wave} and kind = ${kind} and (${seen}::int is null or version = ${seen})`.execute(
    db,
  )
  return numAffectedRows === 1n
}

export async function setPaused(
  { db, orgId, now }: Tx,
  { wave, kind }: { wave: string; kind: MailKind },
  by: string | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update wave_mails set paused_at = ${by === null ? null : now}, paused_by = ${by}
    where org_id = ${orgId} and wave = ${wave} and kind = ${kind}`.execute(db)
  return numAffectedRows === 1n
}

export type MailChange = 'changed' | 'lesson' | 'approved' | 'withdrawn' | 'paused' | 'resumed' | 'reset'

export async function recordMail(
  tx: Tx,
  { wave, kind }: { wave: string; kind: MailKind },
  by: string,
  what: MailChange,
): Promise<void> {
  await tx.db
    .insertInto('wave_mail_changes')
    .values({ org_id: tx.orgId, id: newId(), wave, kind, at: tx.now, by_person: by, what })
    .execute()
}

/** Newest first. */
export async function mailChanges(tx: Tx, wave: string, kind: MailKind) {
  const rows = await tx.db
    .selectFrom('wave_mail_changes as c')
    .innerJoin('persons as p', (on) => on.onRef('p.org_id', '=', 'c.org_id').onRef('p.id', '=', 'c.by_person'))
    .select(['c.id', 'c.at', 'c.what', 'c.by_person', 'p.name'])
    .where('c.org_id', '=', tx.orgId)
    .where('c.wave', '=', wave)
    .where('c.kind', '=', kind)
    .orderBy('c.id', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ id, at, what, by_person: by, name }) => ({ id, at, what, by: { id: by, name } }))
}
