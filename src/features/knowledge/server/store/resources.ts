import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type KeptResource = {
  readonly id: string
  readonly issueId: string | null
  readonly tier: number | null
  readonly kind: 'documentation' | 'forum' | 'tool' | 'own'
  readonly title: string
  readonly url: string
  readonly by: string
  readonly at: Instant
}

const columns = sql<KeptResource>`id, issue_id as "issueId", tier, kind, title, url, by_person as by, at`

export async function addResource(
  { db, orgId, now }: Tx,
  resource: Omit<KeptResource, 'id' | 'at'>,
): Promise<KeptResource> {
  const id = newId()
  await db
    .insertInto('knowledge_resources')
    .values({
      org_id: orgId,
      id,
      issue_id: resource.issueId,
      tier: resource.tier,
      kind: resource.kind,
      title: resource.title,
      url: resource.url,
      by_person: resource.by,
      at: now,
    })
    .execute()
  return { ...resource, id, at: now }
}

/** Of an issue and of everything else that stands beside it: its tier's and everybody's. */
export async function resourcesFor(
  { db, orgId }: Tx,
  issueId: string,
  tier: number,
): Promise<readonly KeptResource[]> {
  const { rows } = await sql<KeptResource>`select ${columns} from knowledge_resources where org_id = ${orgId}
    and (issue_id = ${issueId} or (issue_id is null and (tier is null or tier = ${tier})))
    order by issue_id is null, tier nulls last, title`.execute(db)
  return rows
}

/** Of tiers and of everybody. */
export async function generalResources({ db, orgId }: Tx): Promise<readonly KeptResource[]> {
  const { rows } =
    await sql<KeptResource>`select ${columns} from knowledge_resources where org_id = ${orgId} and issue_id is null
    order by tier nulls first, kind, title limit 500`.execute(db)
  return rows
}

export async function resourceById({ db, orgId }: Tx, id: string): Promise<KeptResource | null> {
  const { rows } =
    await sql<KeptResource>`select ${columns} from knowledge_resources where org_id = ${orgId} and id = ${id}`.execute(
      db,
    )
  return rows[0] ?? null
}

export async function removeResource({ db, orgId }: Tx, id: string): Promise<void> {
  await db.deleteFrom('knowledge_resources').where('org_id', '=', orgId).where('id', '=', id).execute()
}
