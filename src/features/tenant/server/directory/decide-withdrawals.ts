import { recordChange } from '#features/people/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'
import { keepUsers, releaseUsers } from '../store/brake.ts'
import { findDirectory } from '../store/directory.ts'
import { askForRound } from './choose.ts'
import { keptNow, seenOf, waiting } from './shown-withdrawals.ts'
import { tellOfDirectory } from './tell-of-directory.ts'

/** An administrator says what becomes of those who wait, or lets those go who were kept. */
export async function decideOnWithdrawals(
  tx: Tx,
  by: string,
  { decision, seen }: { readonly decision: 'withdraw' | 'keep'; readonly seen: string },
): Promise<void> {
  const directory = await findDirectory(tx, { lock: true })
  if (directory === null) throw new Refused({ code: 'no-tenant' })
  const held = waiting(directory)
  const kept = await keptNow(tx, directory)
  const isHeld = held.length > 0 && seenOf(held) === seen
  const isKept = decision === 'withdraw' && kept.length > 0 && seenOf(kept) === seen
  if (!isHeld && !isKept) throw new Refused({ code: 'withdrawals-changed' })
  const people = isHeld ? held : kept
  const ids = people.map(({ entraId }) => entraId)
  if (decision === 'withdraw') {
    await releaseUsers(tx, ids)
    await askForRound(tx)
  } else await keepUsers(tx, ids)
  await recordChange(tx, {
    by,
    what: decision === 'withdraw' ? 'directory-withdrawals-confirmed' : 'directory-withdrawals-refused',
    subject: directory.tenant,
    after: { people: people.length, persons: people.flatMap(({ personId }) => personId ?? []) },
  })
  await tellOfDirectory(tx)
}
