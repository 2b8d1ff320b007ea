import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction.ts'

export type WantedMail = { readonly person: { readonly id: string }; readonly moment: string }

/** Who tells of a ticket waits until whoever tells of it already has: what one takes back, the other must not have read before. */
export async function tellsAlone({ db, orgId }: Tx, ticketId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`notices ${orgId} ${ticketId}`}, 0))`.execute(db)
}

/** For each whether it is the first: false when this person has a mail of this event already. */
export async function insertMailsTold(
  { db, orgId, now }: Tx,
  { ticketId, eventNumber }: { readonly ticketId: string; readonly eventNumber: number },
  mails: readonly WantedMail[],
): Promise<readonly boolean[]> {
  if (mails.length === 0) return []
  // Of two moments of one event the plan's first is told.
  const firstFor = new Map(mails.toReversed().map(({ person, moment }) => [person.id, moment]))
  const { rows } = await sql<{ personId: string }>`
    insert into ticket_mails_told (org_id, ticket_id, event_number, person_id, moment, at)
    select ${orgId}, ${ticketId}, ${eventNumber}, person_id, moment, ${now}
    from unnest(${[...firstFor.keys()]}::uuid[], ${[...firstFor.values()]}::text[]) as given (person_id, moment)
    on conflict do nothing returning person_id as "personId"`.execute(db)
  const inserted = new Set(rows.map(({ personId }) => personId))
  return mails.map(({ person, moment }) => inserted.has(person.id) && firstFor.get(person.id) === moment)
}
