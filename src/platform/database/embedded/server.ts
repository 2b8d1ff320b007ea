import { spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { OperatorMustAct } from '../../errors.ts'
import { commandAs } from './account.ts'
import type { Cluster } from './cluster.ts'
import { findPostmaster, isAlive, pidFileIsForeign } from './postmaster.ts'
import type { Programs } from './programs.ts'

export type ServerSettings = Readonly<Record<string, string | number>>

/** Backends of a killed server hold its shared memory until they notice; PostgreSQL refuses to start until then. */
const patienceMs = 40_000

/** Starts PostgreSQL on the cluster and waits until it accepts connections. Returns its process id. */
export async function startServer(
  programs: Programs,
  cluster: Cluster,
  socketFolder: string,
  settings: ServerSettings,
): Promise<number> {
  const giveUpAt = Date.now() + patienceMs
  for (;;) {
    if (pidFileIsForeign(cluster.folder)) rmSync(join(cluster.folder, 'postmaster.pid'), { force: true })
    const attempt = await tryStart(programs, cluster, socketFolder, settings, giveUpAt)
    if (attempt.ok) return attempt.pid
    if (/No space left on device/.test(attempt.complaint)) {
      throw new OperatorMustAct(
        'disk-full',
        `The disk that holds ${cluster.folder} is full, and the database cannot start without room. Free some space and start again; nothing is lost.`,
      )
    }
    if (!isTemporary(attempt.complaint) || Date.now() > giveUpAt) {
      throw new Error(`The database in ${cluster.folder} does not start:\n${attempt.complaint.trim()}`)
    }
    await wait(250)
  }
}

/** Asks a server to stop: open transactions are rolled back, all else is kept. */
export async function stopServer(pid: number, patience = 20_000): Promise<void> {
  for (const [signal, ms] of [
    ['SIGINT', patience],
    ['SIGQUIT', 5_000],
  ] as const) {
    if (!sendSignal(pid, signal)) return
    const until = Date.now() + ms
    while (isAlive(pid)) {
      if (Date.now() > until) break
      await wait(10)
    }
    if (!isAlive(pid)) return
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop`)
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
  return /still in use|already exists|starting up|shutting down|does the postmaster already run/i.test(complaint)
}

type Attempt = { ok: true; pid: number } | { ok: false; complaint: string }

async function tryStart(
  programs: Programs,
  cluster: Cluster,
  socketFolder: string,
  settings: ServerSettings,
  giveUpAt: number,
): Promise<Attempt> {
  const logFile = join(cluster.folder, '..', 'postgres.log')
  const log = openSync(logFile, 'a', 0o600)
  const logStart = fstatSync(log).size
  const parameters = Object.entries({ ...settings, unix_socket_directories: socketFolder }).flatMap(
    ([name, value]) => ['-c', `${name}=${value}`],
  )
  const { command, args, options } = commandAs(cluster.account, programs.postgres, [
    '-D',
    cluster.folder,
    ...parameters,
  ])
  // Detached, so that Ctrl-C in the terminal does not end the database while Tierwise still finishes its work.
  const child = spawn(command, args, {
    ...options,
    cwd: join(cluster.folder, '..'),
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  let ended = false
  child.on('exit', () => {
    ended = true
  })
  child.on('error', () => {
    ended = true
  })
  while (!ended && Date.now() < giveUpAt) {
    const running = findPostmaster(cluster.folder)
    if (running?.ready && running.pid === child.pid) return { ok: true, pid: running.pid }
    await wait(8)
  }
  if (!ended && child.pid !== undefined) await stopServer(child.pid)
  return { ok: false, complaint: readFileSync(logFile).subarray(logStart).toString() }
}
