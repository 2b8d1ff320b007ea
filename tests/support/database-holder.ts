import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const script = fileURLToPath(new URL('hold-database.ts', import.meta.url))

/** A process of its own that holds the embedded database of a data folder, to be killed and watched. */
export type DatabaseHolder = {
  /** The address; or, when the start was refused, undefined. */
  readonly url: string | undefined
  readonly pid: number
  /** Everything it logged and complained about until now. */
  readonly said: () => string
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<number | null>
}

/** Starts one and waits until the database is there, or the start has failed. */
export async function holdDatabase(
  dataFolder: string,
  options: { readonly uid?: number; readonly gid?: number; readonly env?: Record<string, string> } = {},
): Promise<DatabaseHolder> {
  const child = spawn(process.execPath, [script, dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.gid ?? options.uid }),
    env: { ...process.env, ...options.env },
  })
  let said = ''
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString()
  })
  const ended = endOf(child)
  const firstLine = once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line))
  const url = await Promise.race([firstLine, ended.then(() => undefined)])
  const finish = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return {
    url,
    pid: child.pid ?? 0,
    said: () => said,
    kill: async () => {
      await finish('SIGKILL')
    },
    stop: () => finish('SIGTERM'),
  }
}

async function endOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null]
  return code
}

/** The process id of the PostgreSQL that runs on the data folder. */
export function postmasterPid(dataFolder: string): number {
  return Number(readFileSync(`${dataFolder}/postgres/postmaster.pid`, 'utf8').split('\n')[0])
}

/** One statement on a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(
  url: string | undefined,
  statement: string,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}
