import { sql } from 'kysely'
import { sideBySide } from '../database/side-by-side.ts'
import { begin, type Joinable, type Tx, transactionToJoin } from '../database/transaction.ts'
import { Conflict } from '../errors.ts'
import type { Platform } from '../platform.ts'

export type Keyed = {
  readonly orgId: string
  readonly personId: string
  readonly key: string
  /** SHA-256 of what is asked. */
  readonly fingerprint: Buffer
}

export type StoredAnswer = {
  readonly status: number
  readonly contentType: string | null
  readonly body: string | null
}

export type KeyedTransaction = {
  readonly join: Joinable['join']
  /** The answer that was kept before, once the look-up has found one. Throws when the key cannot be used. */
  readonly earlier: () => StoredAnswer | null
  /** Writes the answer and commits. Returns the answer that counts: an earlier one, if there is one after all. */
  readonly keep: (answer: StoredAnswer) => Promise<StoredAnswer>
  /** Rolls back what is still open. */
  readonly end: () => Promise<void>
}

type Open = { readonly db: Tx['db']; readonly commit: () => Promise<void>; readonly rollback: () => Promise<void> }

/** Nothing needs doing: the key has an answer, or may not be used. Passes through the handler to `underKey`. */
class WorkIsOver extends Error {
  override readonly name = 'WorkIsOver'
}

/**
 * One transaction, begun when the work first needs one, so that work which runs on its own before it does not wait for
 * a second connection while holding a first.
 */
export function keyedTransaction(platform: Platform, keyed: Keyed): KeyedTransaction {
  let open: Open | null = null
  let joins = 0
  let over: { answer: StoredAnswer } | { error: Error } | null = null
  let last: Promise<unknown> = Promise.resolve()

  const begun = async (): Promise<Open> => {
    if (over) throw new WorkIsOver('The work under this key is over')
    if (open) return open
    const opened = await openTransaction(platform, keyed.orgId)
    try {
      over = await lookUp(opened, keyed)
    } catch (error) {
      await opened.rollback()
      throw error
    }
    if (over) {
      await opened.rollback()
      throw new WorkIsOver('The work under this key is over')
    }
    open = opened
    return opened
  }

  const inSavepoint = async <Value>({ db }: Open, work: (tx: Tx) => Promise<Value>): Promise<Value> => {
    const name = sql.raw(`joined_${++joins}`)
    await sql`savepoint ${name}`.execute(db)
    try {
      const value = await run(db, work)
      await sql`release savepoint ${name}`.execute(db)
      return value
    } catch (error) {
      await sql`rollback to savepoint ${name}`.execute(db).catch((err: unknown) => {
        platform.log.warn({ err }, 'the connection was lost inside a transaction')
      })
      throw error
    }
  }

  const run = <Value>(db: Tx['db'], work: (tx: Tx) => Promise<Value>): Promise<Value> => {
    const tx: Tx = { db, orgId: keyed.orgId, now: platform.clock.now() }
    const inside: Joinable = {
      orgId: keyed.orgId,
      join: async (inner) => inSavepoint(await begun(), inner),
    }
    return transactionToJoin.run(inside, () => work(tx))
  }

  /** The first needs no savepoint: when it fails, all is rolled back, and nothing else was done yet. */
  const first = async <Value>(opened: Open, work: (tx: Tx) => Promise<Value>): Promise<Value> => {
    joins += 1
    try {
      return await run(opened.db, work)
    } catch (error) {
      open = null
      joins = 0
      await opened.rollback()
      throw error
    }
  }

  const earlier = () => {
    if (over && 'error' in over) throw over.error
    return over ? over.answer : null
  }

  return {
    join: (work) => {
      const mine = last.then(async () => {
        const opened = await begun()
        return joins === 0 ? first(opened, work) : inSavepoint(opened, work)
      })
      last = mine.catch(() => undefined)
      return mine
    },
    earlier,
    keep: async (answer) => {
      await last
      const opened = await begun().catch((error: unknown) => {
        if (error instanceof WorkIsOver) return null
        throw error
      })
      const before = earlier()
      if (before || !opened) return before ?? answer
      open = null
      const keeping =
        sql`insert into idempotency_keys (org_id, person_id, key, fingerprint, status, content_type, body)
        values (${keyed.orgId}, ${keyed.personId}, ${keyed.key}, ${keyed.fingerprint},
          ${answer.status}, ${answer.contentType}, ${answer.body})`.execute(opened.db)
      // In one round trip: a commit behind a failed statement commits nothing and fails as well.
      await Promise.all([keeping, opened.commit()])
      return answer
    },
    end: async () => {
      const opened = open
      open = null
      await opened?.rollback()
    },
  }
}

/** Kysely's own transaction (it gives the connection back whatever happens), held open from outside. */
async function openTransaction(platform: Platform, orgId: string): Promise<Open> {
  const opened = Promise.withResolvers<Tx['db']>()
  const outcome = Promise.withResolvers<'commit'>()
  const ended = begin(platform, orgId, (transaction) =>
    sideBySide(transaction, (db) => {
      opened.resolve(db)
      return outcome.promise
    }),
  )
  ended.catch(opened.reject)
  const db = await opened.promise
  const gaveUp = new Error('rolled back')
  return {
    db,
    commit: async () => {
      outcome.resolve('commit')
      await ended
    },
    rollback: async () => {
      outcome.reject(gaveUp)
      await ended.catch((error: unknown) => {
        if (error !== gaveUp) platform.log.warn({ err: error }, 'a rollback did not go through')
      })
    },
  }
}

type Found = {
  busy: boolean
  fingerprint: Buffer | null
  status: number
  content_type: string | null
  body: string | null
}

async function lookUp({ db }: Open, keyed: Keyed): Promise<{ answer: StoredAnswer } | { error: Error } | null> {
  const { rows } = await sql<Found>`select * from idempotency_begin(${keyed.personId}, ${keyed.key})`.execute(db)
  const [found] = rows
  if (!found) return null
  if (found.busy || !found.fingerprint) return { error: new Conflict('idempotency-key-in-use') }
  if (!found.fingerprint.equals(keyed.fingerprint)) return { error: new Conflict('idempotency-key-reused') }
  return { answer: { status: found.status, contentType: found.content_type, body: found.body } }
}
