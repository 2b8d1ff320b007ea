import { endNotices, putNotices } from '#features/notices/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Commitment } from '../domain/commitment/commitment.ts'
import type { CommitmentMove } from '../domain/commitment/decide.ts'
import { type ReminderMark, reminderMarks } from '../domain/commitment/reminders.ts'

const teller = 'rollout'

/** Whoever is reminded of what was promised hears it in the bell too; one reminder takes the place of those before. */
export async function ringForCommitment(
  tx: Tx,
  { key, due }: Pick<Commitment, 'key' | 'due'>,
  mark: ReminderMark,
  personId: string,
): Promise<void> {
  const kind = mark === 'overdue' ? 'commitment.overdue' : 'commitment.coming'
  const before = reminderMarks.filter((one) => one !== mark).map((one) => `${due} ${one}`)
  await endNotices(tx, { teller, about: key, occasions: before })
  await putNotices(tx, { teller, kind, about: key, occasion: `${due} ${mark}`, to: [personId] })
}

/** Done, waived, of another day or of somebody else: it is not asked as it was. */
export async function commitmentMoved(tx: Tx, key: string, { move }: CommitmentMove): Promise<void> {
  if (move === 'meet' || move === 'waive' || move === 'due' || move === 'own')
    await endNotices(tx, { teller, about: key })
}
