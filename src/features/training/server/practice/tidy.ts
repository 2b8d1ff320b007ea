import { sql } from 'kysely'
import { organisationIds } from '#features/people/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { groundOf } from './ground.ts'

/** What was practised is kept for feedback and then removed; its results stay in the real organisation. */
const keptDays = 60

/** Removes old tickets of all practice organisations, with everything that hangs on them. */
export async function tidyPractice(platform: Platform): Promise<void> {
  for (const homeId of await organisationIds(platform)) {
    const ground = await groundOf(platform, homeId)
    if (ground === null) continue
    await inOrganisation(platform, ground, async (tx) => {
      const before = new Date(Date.parse(tx.now) - keptDays * 86_400_000).toISOString()
      await sql`select practice_forget(${before}::timestamptz)`.execute(tx.db)
    })
  }
}
