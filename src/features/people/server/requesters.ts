import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import { type Language, staffRoles } from '#features/people/domain/person.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { announce } from '#platform/live/announce.ts'

export type NewRequester = {
  readonly name: string
  /** As `normalEmail` writes it. */
  readonly email: string
  readonly language: Language
  readonly groups: readonly string[]
}

/** What a list of people may know of somebody who is here already: nothing about how they sign in. */
export type ListedPerson = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly groups: readonly string[]
  readonly disabledAt: Instant | null
}

/** Who of these addresses is known, by address. */
export async function personsByEmails(
  tx: Tx,
  emails: readonly string[],
): Promise<ReadonlyMap<string, ListedPerson>> {
  const { rows } = await sql<ListedPerson>`
    select id, name, email, groups, disabled_at as "disabledAt" from persons
    where org_id = ${tx.orgId} and email = any(${emails}::text[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.email, row]))
}

/**
 * A connection that has looked up people when there were few reads the whole table for each, also where a row refers to one of those
 * who were just added: 50,000 of them took minutes.
 */
const manyPeople = 500

/**
 * Makes many people known who ask for help, in one go: requesters and nothing more. Answers with their ids, in the order given; null
 * where somebody else made an address known in the meantime, and then nothing of it may be committed.
 */
export async function addRequesters(
  tx: Tx,
  by: string | null,
  given: readonly NewRequester[],
): Promise<readonly string[] | null> {
  if (given.length === 0) return []
  const ids = given.map(() => newId())
  const groups = given.map((one) => JSON.stringify(one.groups))
  const { rows } = await sql<{ id: string }>`
    insert into persons (org_id, id, name, email, language, groups, roles, created_at)
    select ${tx.orgId}, one.id, one.name, one.email, one.language,
      array(select jsonb_array_elements_text(one.groups::jsonb)), array['requester'], ${tx.now}
    from unnest(${ids}::uuid[], ${given.map((one) => one.name)}::text[], ${given.map((one) => one.email)}::text[],
      ${given.map((one) => one.language)}::text[], ${groups}::text[]) as one (id, name, email, language, groups)
    on conflict (org_id, email) do nothing returning id`.execute(tx.db)
  if (rows.length !== given.length) return null
  if (given.length > manyPeople) await sql`discard plans`.execute(tx.db)
  await recordMany(
    tx,
    by,
    'person-added',
    given.map((one, index) => ({
      subject: ids[index] as string,
      after: { ...one, roles: ['requester'] },
    })),
  )
  await tellAll(tx)
  return ids
}

export type GroupsOf = {
  readonly id: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** Puts people in groups, or takes them out; nothing else about them changes. */
export async function setGroups(tx: Tx, by: string | null, changes: readonly GroupsOf[]): Promise<void> {
  if (changes.length === 0) return
  await sql`update persons p set groups = array(select jsonb_array_elements_text(one.groups::jsonb))
    from unnest(${changes.map(({ id }) => id)}::uuid[], ${changes.map(({ after }) => JSON.stringify(after))}::text[])
      as one (id, groups)
    where p.org_id = ${tx.orgId} and p.id = one.id`.execute(tx.db)
  await recordMany(
    tx,
    by,
    'person-changed',
    changes.map(({ id, before, after }) => ({
      subject: id,
      before: { groups: before },
      after: { groups: after },
    })),
  )
  await tellAll(tx)
}

/**
 * Disables those of these people who ask for help and nothing more, never signed in, and about whom nothing was changed since they
 * were added; they are in no group any more. Answers with their ids; the others stay as they are.
 */
export async function withdrawRequesters(
  tx: Tx,
  by: string | null,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows: added } = await sql<{ id: string }>`
    select id from persons where org_id = ${tx.orgId} and id = any(${ids}::uuid[]) and disabled_at is null
      and joined_at is null and roles = array['requester']`.execute(tx.db)
  const changed = await changedSinceAdded(
    tx,
    added.map(({ id }) => id),
  )
  const { rows } = await sql<{ id: string }>`
    update persons p set disabled_at = ${tx.now}, groups = '{}'
    where p.org_id = ${tx.orgId} and p.id = any(${added.flatMap(({ id }) => (changed.has(id) ? [] : [id]))}::uuid[])
    returning id`.execute(tx.db)
  await recordMany(
    tx,
    by,
    'person-disabled',
    rows.map(({ id }) => ({ subject: id })),
  )
  if (rows.length > 0) await tellAll(tx)
  return new Set(rows.map(({ id }) => id))
}

/** A look-up by itself: as a join it is at the mercy of what the database believes about tables that grew just now. */
async function changedSinceAdded(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct subject as id from people_changes
    where org_id = ${tx.orgId} and subject = any(${ids}::text[]) and at > (
      select min(created_at) from persons where org_id = ${tx.orgId} and id = any(${ids}::uuid[]))`.execute(tx.db)
  return new Set(rows.map(({ id }) => id))
}

/** Enables people who were withdrawn, as they are made known anew. */
export async function bringBackRequesters(
  tx: Tx,
  by: string | null,
  given: readonly (Omit<NewRequester, 'email'> & { readonly id: string })[],
): Promise<void> {
  if (given.length === 0) return
  await sql`update persons p set disabled_at = null, created_at = ${tx.now}, name = one.name, language = one.language,
      groups = array(select jsonb_array_elements_text(one.groups::jsonb))
    from unnest(${given.map(({ id }) => id)}::uuid[], ${given.map(({ name }) => name)}::text[],
      ${given.map(({ language }) => language)}::text[],
      ${given.map(({ groups }) => JSON.stringify(groups))}::text[]) as one (id, name, language, groups)
    where p.org_id = ${tx.orgId} and p.id = one.id`.execute(tx.db)
  await recordMany(
    tx,
    by,
    'person-enabled',
    given.map(({ id, ...after }) => ({ subject: id, after })),
  )
  await tellAll(tx)
}

type ManyChanges = readonly {
  readonly subject: string
  readonly before?: Readonly<Record<string, unknown>>
  readonly after?: Readonly<Record<string, unknown>>
}[]

export async function recordMany(tx: Tx, by: string | null, what: string, changes: ManyChanges): Promise<void> {
  if (changes.length === 0) return
  const json = (facts: Readonly<Record<string, unknown>> | undefined) => (facts ? JSON.stringify(facts) : null)
  await sql`insert into people_changes (org_id, id, at, by_person, what, subject, before, after)
    select ${tx.orgId}, one.id, ${tx.now}, ${by}::uuid, ${what}, one.subject, one.before::jsonb, one.after::jsonb
    from unnest(${changes.map(() => newId())}::uuid[], ${changes.map(({ subject }) => subject)}::text[],
      ${changes.map(({ before }) => json(before))}::text[], ${changes.map(({ after }) => json(after))}::text[])
      as one (id, subject, before, after)`.execute(tx.db)
}

/** One word for all: pages look at their list anew. */
export async function tellAll(tx: Tx): Promise<void> {
  await announce(tx, { topic: 'people', subject: tx.orgId, audience: { roles: staffRoles } })
}
