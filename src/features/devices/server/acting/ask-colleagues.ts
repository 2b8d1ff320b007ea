import { endNotices, putNotices } from '#features/notices/server/actions.ts'
import { membersOf } from '#features/people/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { DeviceActionAsked } from '../../domain/actions/action.ts'
import { type ActionPlan, mayAgree } from '../../domain/actions/rights.ts'

/** Whoever may agree to it hears that it waits, by the rule that judges them when they do. */
export async function askColleagues(tx: Tx, plan: ActionPlan, asked: DeviceActionAsked): Promise<void> {
  const tiers = plan.rules.find(({ action }) => action === asked.action)?.tiers ?? []
  const teams = plan.tiers.filter(({ level }) => tiers.includes(level)).map(({ team }) => team)
  const to: string[] = []
  for (const team of new Set(teams))
    for (const { id, actor } of await membersOf(tx, team))
      if (mayAgree({ plan, actor, at: tx.now, canAct: true }, asked).ok) to.push(id)
  await putNotices(tx, {
    ...{ teller: 'devices', kind: `agree.${asked.action}`, about: asked.id, occasion: 'agree' },
    to,
  })
}

/** It waits no longer: somebody agreed or declined, it was taken back, or the day is over. */
export function colleaguesAnswered(tx: Tx, id: string): Promise<void> {
  return endNotices(tx, { teller: 'devices', about: id })
}
