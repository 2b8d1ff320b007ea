import { endNotices, type NoticeTeller, putNotices } from '#features/notices/server/actions.ts'
import { leadsOf } from '#features/people/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { openBurstSizes } from './store/bursts.ts'

const teller = 'triage'

/** The leads of every tier hear of a burst: one of them says what it is. */
export async function askLeads(tx: Tx, plan: SupportPlan, burstId: string): Promise<void> {
  const to: string[] = []
  for (const { team } of plan.teams.tiers) to.push(...(await leadsOf(tx, team)).map(({ id }) => id))
  await putNotices(tx, { teller, kind: 'burst', about: burstId, occasion: 'burst', to })
}

/** One of them said so, or it stopped by itself. */
export function leadsAnswered(tx: Tx, burstId: string): Promise<void> {
  return endNotices(tx, { teller, about: burstId })
}

/** What notices of triage are about: how many tickets a burst has. */
export const triageNotices: NoticeTeller = async (tx, { roles }, notices) => {
  if (!roles.includes('lead')) return new Map()
  const sizes = await openBurstSizes(
    tx,
    notices.map(({ about }) => about),
  )
  const shown = notices.flatMap(({ id, about }) => {
    const count = sizes.get(about)
    return count === undefined ? [] : [[id, { link: '/causes', title: null, values: { count } }] as const]
  })
  return new Map(shown)
}
