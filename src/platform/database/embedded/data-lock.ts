import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { OperatorMustAct } from '../../errors.ts'
import { isAlive } from './postmaster.ts'

/** Says in pg_stat_activity which process holds the lock. */
const holderName = (pid: number) => `tierwise holds data, process ${pid}`
const holderPid = /^tierwise holds data, process (\d+)$/
const [lockClass, lockObject] = [7373, 1]
const patienceMs = 30_000

export type DataLock = {
  /** Called once when the connection that holds the lock is gone: the server ended, or someone cut it off. */
  readonly onLost: (listener: () => void) => void
  readonly release: () => Promise<void>
}

/**
 * Makes this process the only Tierwise on these data: an advisory lock, held by a connection of its own. Whoever
 * holds it may stop the server, so a second instance must never get that far.
 */
export async function takeDataLock(address: string, dataFolder: string): Promise<DataLock> {
  const client = new pg.Client({
    connectionString: address,
    application_name: holderName(process.pid),
    keepAlive: true,
  })
  let lost = () => {}
  let gone = false
  client.on('error', () => {
    // 'end' follows, and is what counts.
  })
  client.on('end', () => {
    gone = true
    lost()
  })
  await client.connect()
  try {
    await acquire(client, dataFolder)
  } catch (error) {
    await client.end()
    throw error
  }
  return {
    onLost: (listener) => {
      lost = listener
      if (gone) listener()
    },
    release: async () => {
      lost = () => {}
      if (!gone) await client.end()
    },
  }
}

async function acquire(client: pg.Client, dataFolder: string): Promise<void> {
  const until = Date.now() + patienceMs
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [
      lockClass,
      lockObject,
    ])
    if (rows[0]?.taken) return
    if (Date.now() > until) throw new Error(`The lock on the data in ${dataFolder} cannot be had`)
    const holder = await findHolder(client)
    if (holder && holder.process !== process.pid && isAlive(holder.process)) {
      throw new OperatorMustAct(
        'already-running',
        `Tierwise is already running on the data in ${dataFolder} (process ${holder.process}). Stop that one first, or set TIERWISE_DATA to another folder for a second desk.`,
      )
    }
    // The process is dead but PostgreSQL has not noticed yet that nobody is at the other end.
    if (holder) await client.query('select pg_terminate_backend($1, 1000)', [holder.backend])
    else await wait(20)
  }
}

async function findHolder(client: pg.Client): Promise<{ process: number; backend: number } | undefined> {
  const { rows } = await client.query<{ backend: number; name: string }>(
    `select activity.pid as backend, activity.application_name as name
       from pg_locks lock join pg_stat_activity activity using (pid)
      where lock.locktype = 'advisory' and lock.granted and lock.classid = $1 and lock.objid = $2`,
    [lockClass, lockObject],
  )
  const [row] = rows
  const pid = row && holderPid.exec(row.name)?.[1]
  return row && pid ? { process: Number(pid), backend: row.backend } : undefined
}
