import { sql } from 'kysely'
import type { Language } from '#features/people/domain/person.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { MailKind } from '../../domain/mails/mail.ts'

/** Who is in a wave: by its groups, but for whom an earlier wave has already. */
export type InWave = { readonly groups: readonly string[]; readonly notIn: readonly string[] }

export type WavePerson = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language
  /** What they come with, where that is known; else anything the wave expects. */
  readonly platforms: readonly Platform[]
}

const columns = sql`p.id, p.name, p.email, p.language, coalesce(r.platforms, '{}') as platforms`

const people = ({ orgId }: Tx, { groups, notIn }: InWave) => sql`persons p
  left join rollout_people r on r.org_id = p.org_id and r.person_id = p.id
  where p.org_id = ${orgId} and p.disabled_at is null and p.groups && ${[...groups]}::text[] and not p.groups && ${[...notIn]}::text[]`

export async function countPeople(tx: Tx, wave: InWave): Promise<{ readonly nl: number; readonly en: number }> {
  const { rows } = await sql<{ language: Language; count: number }>`
    select p.language, count(*) as count from ${people(tx, wave)} group by p.language`.execute(tx.db)
  const of = (language: Language) => Number(rows.find((row) => row.language === language)?.count ?? 0)
  return { nl: of('nl'), en: of('en') }
}

export async function firstPeople(tx: Tx, wave: InWave, limit: number): Promise<WavePerson[]> {
  const { rows } = await sql<WavePerson>`select ${columns} from ${people(tx, wave)}
    order by p.name collate "C", p.id limit ${limit}`.execute(tx.db)
  return rows
}

/** People of the wave who have had none of these mails of it. */
export async function peopleWithout(
  tx: Tx,
  wave: InWave & { readonly key: string },
  kinds: readonly MailKind[],
  limit: number,
): Promise<WavePerson[]> {
  const { rows } = await sql<WavePerson>`select ${columns} from ${people(tx, wave)}
    and not exists (select from wave_mail_sends s where s.org_id = p.org_id and s.person_id = p.id
      and s.wave = ${wave.key} and s.kind = any(${[...kinds]}::text[]))
    order by p.id limit ${limit}`.execute(tx.db)
  return rows
}
