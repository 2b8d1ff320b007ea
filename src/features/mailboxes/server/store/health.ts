import { sql } from 'kysely'
import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type Direction = 'in' | 'out'
export type HealthRow = {
  readonly mailboxId: string
  readonly direction: Direction
  readonly lastSuccessAt: Instant | null
  readonly failures: number
  readonly lastErrorCode: string | null
  readonly lastErrorAnswer: string | null
  readonly lastErrorAt: Instant | null
  readonly alarmSince: Instant | null
}

export async function listHealth({ db, orgId }: Tx): Promise<HealthRow[]> {
  const { rows } = await sql<HealthRow>`select mailbox_id as "mailboxId", direction,
    last_success_at as "lastSuccessAt", failures, last_error_code as "lastErrorCode",
    last_error_answer as "lastErrorAnswer", last_error_at as "lastErrorAt", alarm_since as "alarmSince"
    from mailbox_health where org_id = ${orgId}`.execute(db)
  return rows
}

/** True where an alarm was standing, which this ends. */
export async function recordSuccess(
  { db, orgId, now }: Tx,
  mailboxId: string,
  direction: Direction,
): Promise<boolean> {
  const before = await sql<{ alarmed: boolean }>`select alarm_since is not null as alarmed from mailbox_health
    where org_id = ${orgId} and mailbox_id = ${mailboxId} and direction = ${direction}`.execute(db)
  await sql`insert into mailbox_health (org_id, mailbox_id, direction, last_success_at)
    values (${orgId}, ${mailboxId}, ${direction}, ${now})
    on conflict (org_id, mailbox_id, direction)
      do update set last_success_at = ${now}, failures = 0, alarm_since = null`.execute(db)
  return before.rows[0]?.alarmed ?? false
}

/** The failures since the last success, this one included, and whether the alarm was raised before. */
export async function recordFailure(
  { db, orgId, now }: Tx,
  mailboxId: string,
  direction: Direction,
  failure: { readonly code: string; readonly answer: string },
): Promise<{ readonly failures: number; readonly alarmed: boolean }> {
  const answer = failure.answer.slice(0, 2000)
  const { rows } = await sql<{ failures: number; alarmed: boolean }>`
    insert into mailbox_health as known (org_id, mailbox_id, direction, failures, last_error_code, last_error_answer, last_error_at)
    values (${orgId}, ${mailboxId}, ${direction}, 1, ${failure.code}, ${answer}, ${now})
    on conflict (org_id, mailbox_id, direction) do update set failures = known.failures + 1,
      last_error_code = ${failure.code}, last_error_answer = ${answer}, last_error_at = ${now}
    returning failures, alarm_since is not null as alarmed`.execute(db)
  return rows[0] ?? { failures: 1, alarmed: false }
}

export async function raiseAlarm({ db, orgId, now }: Tx, mailboxId: string, direction: Direction): Promise<void> {
  await sql`update mailbox_health set alarm_since = ${now}
    where org_id = ${orgId} and mailbox_id = ${mailboxId} and direction = ${direction}`.execute(db)
}
