import type { PoolClient } from 'pg'
import type { Platform } from '#platform/platform.ts'

/** Locks that this node holds among all nodes, on one database connection: when it ends, they are all free. */
export type Locks = {
  /** False where another node holds it. */
  readonly take: (name: string) => Promise<boolean>
  readonly free: (name: string) => Promise<void>
  readonly close: () => void
}

export function createLocks(platform: Pick<Platform, 'owner'>, onLost: () => void): Locks {
  let held: PoolClient | null = null
  const connection = async (): Promise<PoolClient> => {
    if (held !== null) return held
    const client = await platform.owner.connect()
    client.on('error', () => {
      if (held !== client) return
      held = null
      client.release(true)
      onLost()
    })
    held = client
    return client
  }
  return {
    async take(name) {
      const client = await connection()
      const { rows } = await client.query<{ taken: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 7373)) as taken',
        [name],
      )
      return rows[0]?.taken === true
    },
    async free(name) {
      await held?.query('select pg_advisory_unlock(hashtextextended($1, 7373))', [name])
    },
    close() {
      held?.release(true)
      held = null
    },
  }
}
