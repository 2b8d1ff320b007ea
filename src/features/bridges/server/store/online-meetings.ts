import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { KnownOnline } from '../../domain/online-meetings.ts'
import type { OnlineMeeting, ProvidedMeeting } from '../services.ts'

export type OnlineRow = KnownOnline & {
  readonly link: string | null
  readonly providerId: string | null
  readonly organiser: string | null
  readonly code: string | null
}

export async function onlineMeetings({ db, orgId }: Tx): Promise<readonly OnlineRow[]> {
  const { rows } = await sql<OnlineRow>`select subject, state, link, provider_id as "providerId", organiser, title,
      starts_at as starts, ends_at as ends, code, tried_at as "triedAt", next_try_at as "nextTryAt"
    from bridge_online_meetings where org_id = ${orgId} order by subject`.execute(db)
  return rows
}

/** The links that were made, by subject. */
export async function madeLinks(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const made = (await onlineMeetings(tx)).filter(({ state }) => state === 'made')
  return new Map(made.flatMap(({ subject, link }) => (link === null ? [] : [[subject, link] as const])))
}

/** True for one of two who come at once: the other finds it claimed. `seen`: when it was last tried; null: never. */
export async function claimOnline(
  { db, orgId, now }: Tx,
  subject: string,
  seen: Instant | null,
): Promise<boolean> {
  const { numAffectedRows } =
    seen === null
      ? await sql`insert into bridge_online_meetings (org_id, subject, state, tried_at)
          values (${orgId}, ${subject}, 'claimed', ${now}) on conflict do nothing`.execute(db)
      : await sql`update bridge_online_meetings set state = 'claimed', tried_at = ${now}, next_try_at = null
          where org_id = ${orgId} and subject = ${subject} and tried_at = ${seen} and state <> 'made'`.execute(db)
  return numAffectedRows === 1n
}

export async function keepMade(
  { db, orgId, now }: Tx,
  subject: string,
  { link, id, organiserEntraId }: ProvidedMeeting,
  { subject: title, starts, ends }: OnlineMeeting,
): Promise<void> {
  await sql`update bridge_online_meetings set state = 'made', link = ${link}, provider_id = ${id},
      organiser = ${organiserEntraId}, title = ${title}, starts_at = ${starts}, ends_at = ${ends}, code = null,
      tried_at = ${now}, next_try_at = null
    where org_id = ${orgId} and subject = ${subject}`.execute(db)
}

export async function keepNotMade(
  { db, orgId, now }: Tx,
  subject: string,
  code: string,
  nextTryAt: Instant,
): Promise<void> {
  await sql`update bridge_online_meetings set state = 'failed', code = ${code.slice(0, 60)}, tried_at = ${now},
      next_try_at = ${nextTryAt}
    where org_id = ${orgId} and subject = ${subject} and state = 'claimed'`.execute(db)
}

/** It was moved there, or could not be and is tried again then. */
export async function keepMoved(
  { db, orgId }: Tx,
  subject: string,
  to: Pick<OnlineMeeting, 'starts' | 'ends'> | null,
  nextTryAt: Instant | null,
): Promise<void> {
  await (to === null
    ? sql`update bridge_online_meetings set next_try_at = ${nextTryAt}
        where org_id = ${orgId} and subject = ${subject}`.execute(db)
    : sql`update bridge_online_meetings set starts_at = ${to.starts}, ends_at = ${to.ends}, next_try_at = null
        where org_id = ${orgId} and subject = ${subject}`.execute(db))
}

export async function keepCancelled({ db, orgId, now }: Tx, subject: string): Promise<void> {
  await sql`update bridge_online_meetings set state = 'cancelled', tried_at = ${now}, next_try_at = null
    where org_id = ${orgId} and subject = ${subject}`.execute(db)
}
