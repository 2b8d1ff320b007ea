import type { Platform } from '../platform.ts'
import { transactionToJoin } from '../database/transaction.ts'
import { type Keyed, keyedTransaction, type StoredAnswer } from './keyed-transaction.ts'

/** The last work under each key in this process, so that a repeat waits for it without holding a connection. */
const lastWork = new Map<string, Promise<unknown>>()

/**
 * Does `work` once per key. Its transactions for the organisation become one, which also holds the answer, so a crash
 * leaves both or neither; a repeat gets the answer of the first time. An answer that `work` returns is kept, whatever
 * its status; when `work` throws nothing is kept, its effects neither, and a repeat tries again.
 */
export async function underKey(
  platform: Platform,
  keyed: Keyed,
  work: () => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  const name = `${keyed.orgId} ${keyed.personId} ${keyed.key}`
  const before = lastWork.get(name) ?? Promise.resolve()
  const mine = before.then(() => once(platform, keyed, work))
  const settled = mine.then(
    () => undefined,
    () => undefined,
  )
  lastWork.set(name, settled)
  try {
    return await mine
  } finally {
    if (lastWork.get(name) === settled) lastWork.delete(name)
  }
}

async function once(platform: Platform, keyed: Keyed, work: () => Promise<StoredAnswer>): Promise<StoredAnswer> {
  const transaction = keyedTransaction(platform, keyed)
  try {
    const answer = await transactionToJoin.run({ orgId: keyed.orgId, join: transaction.join }, work)
    return transaction.earlier() ?? (await transaction.keep(answer))
  } catch (error) {
    const earlier = transaction.earlier()
    if (earlier) return earlier
    throw error
  } finally {
    await transaction.end()
  }
}
