import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorMustAct } from '../../errors.ts'
import { type Account, chooseAccount, commandAs } from './account.ts'
import { diskFull, folderProblem } from './data-folder.ts'
import { isAlive } from './postmaster.ts'
import type { Programs } from './programs.ts'

/** The files of one embedded PostgreSQL, and who runs it. */
export type Cluster = { readonly folder: string; readonly account: Account; readonly isNew: boolean }

export const superuser = 'tierwise'

/** Makes the database files in `dataFolder`/postgres, unless they are there. `dataFolder` exists: see `makeDataFolder`. */
export async function prepareCluster(programs: Programs, dataFolder: string): Promise<Cluster> {
  const folder = join(dataFolder, 'postgres')
  const account = chooseAccount(programs, dataFolder, folder)
  if (existsSync(join(folder, 'PG_VERSION'))) {
    const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
    if (found !== programs.major) {
      throw new OperatorMustAct(
        'database-other-version',
        `The database in ${folder} was made by PostgreSQL ${found}; this Tierwise brings PostgreSQL ${programs.major}. Make a backup with the Tierwise that made it and restore it here.`,
      )
    }
    return { folder, account, isNew: false }
  }
  removeAbandoned(dataFolder)
  return { folder, account, isNew: await createCluster(programs, dataFolder, folder, account) }
}

/** Built beside its place and renamed, so that an interrupted first start leaves no half database behind. */
async function createCluster(
  programs: Programs,
  dataFolder: string,
  folder: string,
  account: Account,
): Promise<boolean> {
  const building = join(dataFolder, `postgres.new-${process.pid}`)
  try {
    mkdirSync(building, { mode: 0o700 })
    if (account.kind === 'other') chownSync(building, account.uid, account.gid)
  } catch (cause) {
    throw folderProblem(cause, dataFolder)
  }
  await initialise(programs, building, account, dataFolder)
  try {
    renameSync(building, folder)
    return true
  } catch (cause) {
    rmSync(building, { recursive: true, force: true })
    if (existsSync(join(folder, 'PG_VERSION'))) return false
    throw cause
  }
}

/** Flushing to disk is left to `flushCluster`: it takes longer than all the rest together. */
async function initialise(
  programs: Programs,
  folder: string,
  account: Account,
  dataFolder: string,
): Promise<void> {
  const { code, output } = await runInitdb(programs, account, dataFolder, [
    '--pgdata',
    folder,
    '--data-checksums',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--auth=trust',
    `--username=${superuser}`,
    '--no-instructions',
    '--no-sync',
  ])
  if (code === 0) return
  rmSync(folder, { recursive: true, force: true })
  if (/No space left on device/.test(output)) throw diskFull(dataFolder)
  throw new Error(`The database could not be made (initdb ended with ${code}):\n${output.trim()}`)
}

/** Writes the files of a new database through to the disk. */
export async function flushCluster(programs: Programs, cluster: Cluster): Promise<void> {
  const { code, output } = await runInitdb(programs, cluster.account, join(cluster.folder, '..'), [
    '--sync-only',
    '--pgdata',
    cluster.folder,
  ])
  if (code !== 0) throw new Error(`The new database could not be flushed to disk:\n${output.trim()}`)
}

function runInitdb(programs: Programs, account: Account, cwd: string, args: readonly string[]) {
  const { command, args: all, options } = commandAs(account, programs.initdb, args)
  return new Promise<{ code: number | null; output: string }>((done, fail) => {
    const child = spawn(command, all, {
      ...options,
      cwd,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const collect = (part: Buffer) => {
      output += part.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', fail)
    child.on('close', (code) => done({ code, output }))
  })
}

function removeAbandoned(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    const maker = /^postgres\.new-(\d+)$/.exec(name)?.[1]
    if (maker && !isAlive(Number(maker))) rmSync(join(dataFolder, name), { recursive: true, force: true })
  }
}
