import type { Tx } from '#platform/database/transaction.ts'
import { announce } from '#platform/live/announce.ts'
import { staff } from '../contract/answers.ts'
import { touchRoom } from './store/room.ts'

/** Whoever has a bridge on their page sees that something changed; `subject` is the meeting, or `all`. */
export async function tellPages(tx: Tx, subject: string): Promise<void> {
  if (subject !== 'all') await touchRoom(tx, subject)
  await announce(tx, { topic: 'bridge', subject, audience: { roles: staff } })
}
