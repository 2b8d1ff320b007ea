import type { Instant } from '#features/people/domain/instant.ts'
import { addDays } from '#features/plan/domain/days.ts'
import { moveIssue } from '#features/knowledge/server/keep.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { DemoGround } from './desk.ts'
import { momentOn, workday } from './moments.ts'

const week = 7
/** The newest wait until they have been of use more often. */
const left = 3

/** The lead of the highest tier confirms drafts of known issues once a week. */
export async function* knowledgeLife(
  ground: DemoGround,
  pilot: string,
  until: Instant,
): AsyncGenerator<Instant, void> {
  const { platform, orgId, cast } = ground
  const keeper = cast.tiers.at(-1)?.lead
  if (!keeper) return
  const last = addDays(until.slice(0, 10), -week)
  for (let day = addDays(pilot, week); day <= last; day = addDays(day, week)) {
    yield momentOn(workday(day), '16:00')
    await inOrganisation(platform, orgId, async (tx) => {
      const drafts = await tx.db
        .selectFrom('knowledge_issues')
        .select(['id', 'last_version'])
        .where('org_id', '=', tx.orgId)
        .where('state', '=', 'draft')
        .orderBy('written_at')
        .execute()
      for (const { id, last_version } of drafts.slice(0, -left))
        await moveIssue(tx, keeper.id, id, { move: 'confirm', seen: last_version, reason: null })
    })
  }
}
