import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { MailKind } from '../../domain/mails/mail.ts'
import type { WaveDays } from '../../domain/mails/moments.ts'

export type SendState = 'waiting' | 'sent' | 'retrying' | 'failed' | 'withheld' | 'bounced'

export type Send = {
  readonly wave: string
  readonly kind: MailKind
  readonly personId: string
  readonly mailId: string
  readonly told: WaveDays
}

/** Enters what goes out; false for whom it was entered before: they have it. */
export async function enterSend({ db, orgId, now }: Tx, send: Send): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into wave_mail_sends (org_id, wave, kind, person_id, at, mail_id, told_starts, told_ends)
    values (${orgId}, ${send.wave}, ${send.kind}, ${send.personId}, ${now}, ${send.mailId}, ${send.told.starts},
      ${send.told.ends}) on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}

const state = sql`coalesce(m.state, 'waiting')`
const sends = sql`wave_mail_sends s left join sent_mails m on m.org_id = s.org_id and m.id = s.mail_id`

export type SendCount = {
  readonly kind: MailKind
  readonly state: SendState
  readonly count: number
  /** Of these, who was told other days than the wave has now. */
  readonly otherDays: number
}

export async function countSends({ db, orgId }: Tx, wave: string, days: WaveDays): Promise<SendCount[]> {
  const { rows } = await sql<SendCount>`
    select s.kind, ${state} as state, count(*) as count, count(*) filter (
      where s.told_starts <> ${days.starts}::date or s.told_ends <> ${days.ends}::date) as "otherDays"
    from ${sends} where s.org_id = ${orgId} and s.wave = ${wave} group by 1, 2`.execute(db)
  return rows.map((row) => ({ ...row, count: Number(row.count), otherDays: Number(row.otherDays) }))
}

export type NotReached = {
  readonly person: { readonly id: string; readonly name: string }
  readonly address: string
  readonly state: SendState
  readonly reason: string | null
  readonly at: Instant
}

/** Whom a mail did not reach, the latest first. */
export async function notReached({ db, orgId }: Tx, wave: string, kind: MailKind): Promise<NotReached[]> {
  const { rows } = await sql<Omit<NotReached, 'person'> & { id: string; name: string }>`
    select p.id, p.name, m.to_address as address, m.state, m.reason, coalesce(m.bounced_at, m.tried_at) as at
    from ${sends} join persons p on p.org_id = s.org_id and p.id = s.person_id
    where s.org_id = ${orgId} and s.wave = ${wave} and s.kind = ${kind}
      and m.state in ('failed', 'withheld', 'bounced', 'retrying')
    order by 6 desc, p.name limit 200`.execute(db)
  return rows.map(({ id, name, ...row }) => ({ person: { id, name }, ...row }))
}

/** How many mails of waves are on their way: not yet tried, or to be tried again. */
export async function countWaiting({ db, orgId, now }: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sends}
    where s.org_id = ${orgId} and s.at > ${now}::timestamptz - interval '1 day'
      and m.id is null`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** The mails of this wave that somebody got. */
export async function kindsSent({ db, orgId }: Tx, wave: string): Promise<MailKind[]> {
  const { rows } = await sql<{ kind: MailKind }>`select distinct kind from wave_mail_sends
    where org_id = ${orgId} and wave = ${wave}`.execute(db)
  return rows.map(({ kind }) => kind)
}
