import { spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { commandAs } from './account.ts'
import type { Cluster } from './cluster.ts'
import { diskFull, folderProblem } from './data-folder.ts'
import { findPostmaster, isAlive, type Postmaster, pidFileIsForeign } from './postmaster.ts'
import type { Programs } from './programs.ts'

export type ServerSettings = Readonly<Record<string, string | number>>

/** What is needed to run PostgreSQL on one cluster. */
export type ServerPlan = {
  readonly programs: Programs
  readonly cluster: Cluster
  readonly socketFolder: string
  readonly settings: ServerSettings
}

/** Backends of a killed server hold its shared memory until they notice; PostgreSQL refuses to start until then. */
const patienceMs = 40_000

/** The server of this cluster: the one that runs already, or else a new one, accepting connections. */
export async function runServer(plan: ServerPlan): Promise<Postmaster & { readonly adopted: boolean }> {
  const { cluster } = plan
  const giveUpAt = Date.now() + patienceMs
  for (;;) {
    const running = await settledPostmaster(cluster.folder, giveUpAt)
    if (running) return { ...running, adopted: true }
    if (pidFileIsForeign(cluster.folder)) rmSync(join(cluster.folder, 'postmaster.pid'), { force: true })
    const attempt = await tryStart(plan, giveUpAt)
    if (attempt.started) return { ...attempt.started, adopted: false }
    if (/No space left on device/.test(attempt.complaint)) throw diskFull(dirname(cluster.folder))
    if (!isTemporary(attempt.complaint) || Date.now() > giveUpAt) {
      throw new Error(`The database in ${cluster.folder} does not start:\n${attempt.complaint.trim()}`)
    }
    await wait(250)
  }
}

/** The command line that a server of this plan has, in the words of postmaster.opts. */
export function serverOptions(plan: ServerPlan): string {
  return [plan.programs.postgres, ...serverArguments(plan).map((word) => `"${word}"`)].join(' ')
}

/** Asks a server to stop: open transactions are rolled back, all else is kept. */
export async function stopServer(pid: number): Promise<void> {
  const steps = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
  ] as const
  for (const [signal, patience] of steps) {
    if (!sendSignal(pid, signal)) return
    const until = Date.now() + patience
    while (Date.now() < until) {
      if (!isAlive(pid)) return
      await wait(5)
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop`)
}

/** The running server once it accepts connections; undefined when there is none, or no longer one. */
async function settledPostmaster(clusterFolder: string, giveUpAt: number): Promise<Postmaster | undefined> {
  const tiresAt = Math.min(giveUpAt, Date.now() + patienceMs / 4)
  for (;;) {
    const running = findPostmaster(clusterFolder)
    if (!running || running.state === 'ready') return running
    if (running.state === 'stopping' && Date.now() > tiresAt) await stopServer(running.pid)
    if (Date.now() > giveUpAt) throw new Error(`PostgreSQL (process ${running.pid}) stays ${running.state}`)
    await wait(10)
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}

function isTemporary(complaint: string): boolean {
  return /still in use|already exists|starting up|shutting down/i.test(complaint)
}

function serverArguments({ cluster, socketFolder, settings }: ServerPlan): string[] {
  const parameters = { ...settings, listen_addresses: '', unix_socket_directories: socketFolder }
  return [
    '-D',
    cluster.folder,
    ...Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
}

type Attempt = { readonly started: Postmaster } | { readonly started: undefined; readonly complaint: string }

async function tryStart(plan: ServerPlan, giveUpAt: number): Promise<Attempt> {
  const { programs, cluster } = plan
  const dataFolder = dirname(cluster.folder)
  const logFile = join(dataFolder, 'postgres.log')
  const log = openLog(logFile, dataFolder)
  const logStart = fstatSync(log).size
  const { command, args, options } = commandAs(cluster.account, programs.postgres, serverArguments(plan))
  // Detached, so that Ctrl-C in the terminal does not end the database while Tierwise still finishes its work.
  const child = spawn(command, args, {
    ...options,
    cwd: dataFolder,
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  let ended: string | undefined
  child.on('exit', (code, signal) => {
    ended = `postgres ended with ${signal ?? code}`
  })
  child.on('error', (error) => {
    ended = error.message
  })
  while (ended === undefined && Date.now() < giveUpAt) {
    const running = findPostmaster(cluster.folder)
    if (running?.state === 'ready' && running.pid === child.pid) return { started: running }
    await wait(8)
  }
  if (ended === undefined && child.pid !== undefined) await stopServer(child.pid)
  const said = readFileSync(logFile).subarray(logStart).toString()
  return { started: undefined, complaint: `${said}\n${ended ?? 'It was not ready in time.'}` }
}

function openLog(logFile: string, dataFolder: string): number {
  try {
    return openSync(logFile, 'a', 0o600)
  } catch (cause) {
    throw folderProblem(cause, dataFolder)
  }
}
