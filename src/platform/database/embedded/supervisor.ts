import { setTimeout as wait } from 'node:timers/promises'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorMustAct } from '../../errors.ts'
import type { Logger } from '../../log.ts'
import { flushCluster, prepareCluster } from './cluster.ts'
import { makeDataFolder } from './data-folder.ts'
import { type DataLock, takeDataLock } from './data-lock.ts'
import { findPostmaster } from './postmaster.ts'
import { findPrograms } from './programs.ts'
import { runServer, type ServerPlan, serverOptions, stopServer } from './server.ts'
import { embeddedSettings } from './settings.ts'
import { addressOf, prepareSocketFolder, socketFolderOf } from './socket-folder.ts'

/** PostgreSQL makes this database itself, so a first start need not. */
export const databaseName = 'postgres'
const recoveryPatienceMs = 60_000
const socketLookMs = 5_000

export type EmbeddedDatabase = {
  /** As the owner of everything in it. */
  readonly url: string
  /** Stops PostgreSQL. Close your own connections first: those that are open are cut off. */
  readonly stop: () => Promise<void>
}

export type EmbeddedOptions = {
  readonly dataFolder: string
  readonly log: Logger
  /** The database cannot be brought back, or someone else took the data: the process has to end. */
  readonly onLost: (error: unknown) => void
}

/**
 * Runs the PostgreSQL of this data folder: takes over one that a killed Tierwise left behind, restarts it when it
 * dies, and refuses when another Tierwise uses the same data.
 */
export async function startEmbeddedDatabase({
  dataFolder,
  log,
  onLost,
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = makeDataFolder(dataFolder)
  const programs = findPrograms()
  const cluster = await prepareCluster(programs, folder)
  const socketFolder = socketFolderOf(cluster.folder)
  const plan: ServerPlan = { programs, cluster, socketFolder, settings: embeddedSettings() }

  let stopping = false
  let lock = await holdServer(plan, folder, log)
  let recovery: Promise<void> | undefined
  lock.onLost(recover)
  const flushed = cluster.isNew ? flushCluster(programs, cluster) : Promise.resolve()
  const watch = setInterval(() => {
    const running = findPostmaster(cluster.folder)
    if (stopping || !running || running.state !== 'ready' || hasSocket(running.socketFolder)) return
    log.warn(
      { pid: running.pid },
      "someone removed the database's socket from the temporary folder, restarting it",
    )
    stopServer(running.pid).catch((err: unknown) => log.error({ err }, 'the database could not be restarted'))
  }, socketLookMs)
  watch.unref()
  flushed.catch((err: unknown) => log.error({ err }, 'the new database was not flushed to disk'))

  function recover(): void {
    if (stopping) return
    log.warn('the connection to the database was lost, bringing it back')
    recovery = bringBack().catch((error: unknown) => {
      if (!stopping) onLost(error)
    })
  }

  async function bringBack(): Promise<void> {
    const giveUpAt = Date.now() + recoveryPatienceMs
    for (;;) {
      try {
        const regained = await holdServer(plan, folder, log)
        if (stopping) return await regained.release()
        lock = regained
        lock.onLost(recover)
        log.info('the database is back')
        return
      } catch (error) {
        if (stopping || error instanceof OperatorMustAct || Date.now() > giveUpAt) throw error
        log.warn({ err: error }, 'the database is not back yet')
        await wait(300)
      }
    }
  }

  return {
    url: addressOf(socketFolder, databaseName),
    stop: async () => {
      stopping = true
      clearInterval(watch)
      await lock.release()
      await recovery
      await flushed.catch(() => {})
      const running = findPostmaster(cluster.folder)
      if (running) await stopServer(running.pid)
    },
  }
}

/** A running server of this plan, with the lock on its data. */
async function holdServer(plan: ServerPlan, dataFolder: string, log: Logger): Promise<DataLock> {
  prepareSocketFolder(plan.socketFolder, plan.cluster.account)
  const server = await runServer(plan)
  if (server.adopted && !(await socketAppears(server.socketFolder))) {
    log.warn({ pid: server.pid }, 'the database that was running has lost its socket, restarting it')
    await stopServer(server.pid)
    return holdServer(plan, dataFolder, log)
  }
  const lock = await takeDataLock(addressOf(server.socketFolder, databaseName), dataFolder)
  if (!server.adopted) return lock
  if (runsAsPlanned(plan)) {
    log.info({ pid: server.pid }, 'took over the database that was running already')
    return lock
  }
  log.info({ pid: server.pid }, 'the database was running with other settings, restarting it')
  await lock.release()
  await stopServer(server.pid)
  return holdServer(plan, dataFolder, log)
}

function hasSocket(socketFolder: string): boolean {
  return existsSync(join(socketFolder, '.s.PGSQL.5432'))
}

/** A Tierwise that runs on it restores a lost socket itself; when none does in good time, there is none. */
async function socketAppears(socketFolder: string): Promise<boolean> {
  const until = Date.now() + 2 * socketLookMs
  while (!hasSocket(socketFolder)) {
    if (Date.now() > until) return false
    await wait(100)
  }
  return true
}

/** A server left by an older Tierwise may have another program, other settings or another socket. */
function runsAsPlanned(plan: ServerPlan): boolean {
  const started = readFileSync(join(plan.cluster.folder, 'postmaster.opts'), 'utf8')
  return started.trim() === serverOptions(plan)
}
