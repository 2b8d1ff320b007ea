import type { Tx } from '#platform/database/transaction.ts'
import { announce } from '#platform/live/announce.ts'
import type { NewNotice, Over } from './notice.ts'
import { deleteNotices, insertNotice } from './store/notices.ts'

export type { NoticeTeller, ShownNotice } from './notice.ts'

/** Tells these persons, each once, if and when the transaction commits. */
export async function putNotices(tx: Tx, ...notices: readonly NewNotice[]): Promise<void> {
  const told: string[] = []
  for (const notice of notices) told.push(...(await insertNotice(tx, notice)))
  await tell(tx, notices[0]?.about ?? '', told)
}

/** What was asked is done, or no longer asked: it is gone from every bell. */
export async function endNotices(tx: Tx, over: Over): Promise<void> {
  await tell(tx, over.about, await deleteNotices(tx, over))
}

/** Their bells look again. */
async function tell(tx: Tx, subject: string, persons: readonly string[]): Promise<void> {
  if (persons.length === 0) return
  await announce(tx, { topic: 'notice', subject, audience: { persons: [...new Set(persons)] } })
}
