import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What postmaster.pid says about the server that uses a cluster's files. */
export type Postmaster = {
  readonly pid: number
  readonly socketFolder: string
  readonly state: 'ready' | 'starting' | 'stopping'
}

/** The running server of this cluster, if there is one: alive, and really started on these files. */
export function findPostmaster(clusterFolder: string): Postmaster | undefined {
  const noted = readPidFile(clusterFolder)
  return noted && isAlive(noted.pid) && servesCluster(noted.pid, clusterFolder) ? noted : undefined
}

/** A stale file whose number now belongs to some other process: PostgreSQL would take that process for itself. */
export function pidFileIsForeign(clusterFolder: string): boolean {
  const noted = readPidFile(clusterFolder)
  return noted !== undefined && isAlive(noted.pid) && !servesCluster(noted.pid, clusterFolder)
}

function readPidFile(clusterFolder: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    // Absent, or removed this very moment: either way no server is noted.
    return undefined
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const state = lines[7]?.trim()
  return {
    pid,
    socketFolder: lines[4] ?? '',
    state: state === 'ready' || state === 'stopping' ? state : 'starting',
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A killed server of a killed parent lingers until someone reaps it; in a container nobody may. */
function isZombie(pid: number): boolean {
  const file = `/proc/${pid}/stat`
  if (!existsSync('/proc/self/stat')) return false
  try {
    return /\) Z /.test(readFileSync(file, 'utf8'))
  } catch {
    // Gone between the two looks.
    return true
  }
}

function servesCluster(pid: number, clusterFolder: string): boolean {
  const words = commandLine(pid)
  return words.some((word) => word.endsWith('postgres')) && words.includes(clusterFolder)
}

function commandLine(pid: number): string[] {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(' ')
  } catch {
    // The process ended while we looked.
    return []
  }
}
