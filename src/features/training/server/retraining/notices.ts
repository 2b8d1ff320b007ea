import { endNotices, type NoticeTeller, putNotices, type ShownNotice } from '#features/notices/server/actions.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { courseOf } from '../../domain/course.ts'
import { type DutyRow, openDuties } from './store.ts'

const teller = 'training'

/** Whoever has to train again hears it: that it is asked, that time runs short, that they are suspended. The last word counts. */
export async function askToRetrain(
  tx: Tx,
  { id, personId }: Pick<DutyRow, 'id' | 'personId'>,
  asks: 'asked' | 'ahead' | 'suspended',
): Promise<void> {
  await retrained(tx, id)
  await putNotices(tx, { teller, about: id, kind: `retraining.${asks}`, occasion: asks, to: [personId] })
}

/** It is done, or a later version asks it anew. */
export function retrained(tx: Tx, dutyId: string): Promise<void> {
  return endNotices(tx, { teller, about: dutyId })
}

/** What notices of training are about: the part of the course that changed, to whoever has to train on it again. */
export const trainingNotices: NoticeTeller = async (tx, { personId, language }, notices) => {
  const [plan, duties] = [(await publishedPlan(tx))?.document, await openDuties(tx, personId)]
  const shown = new Map<string, ShownNotice>()
  for (const { id, about } of notices) {
    const duty = duties.find((one) => one.id === about)
    if (!duty || !plan) continue
    const item = courseOf(plan, duty.courseKey)?.agenda.find(({ key }) => key === duty.itemKey)
    const values = { tier: duty.tier }
    shown.set(id, { link: `/training/retraining/${duty.id}`, title: item?.name[language] ?? null, values })
  }
  return shown
}
