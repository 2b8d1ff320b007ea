import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A desk of its own: the real program, started as a person would, on a free port with an empty data folder. */
export type Desk = {
  readonly url: string
  readonly dataFolder: string
  /** The one-time link for the first administrator, as printed at the first start. */
  readonly administratorLink: () => string
  readonly output: () => string
  /** Ends the program as SIGTERM does and starts it again on the same data and port. */
  readonly restart: () => Promise<void>
  /** Ends the program as SIGTERM does, and leaves its data. */
  readonly end: () => Promise<void>
  /** Ends the program and throws its data away. */
  readonly stop: () => Promise<void>
}

export type DeskOptions = {
  /** For example ['--demo']. */
  readonly arguments?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly startSeconds?: number
  /** The data folder of a desk that has ended, to go on from a copy of it. */
  readonly from?: string
}

const root = fileURLToPath(new URL('../../', import.meta.url))

export async function startDesk(options: DeskOptions = {}): Promise<Desk> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tierwise-desk-'))
  // PostgreSQL runs as another user than root and has to get in.
  chmodSync(dataFolder, 0o755)
  // With its owners: PostgreSQL's files are not root's.
  if (options.from) execFileSync('cp', ['-a', `${options.from}/.`, dataFolder])
  const port = await freePort()
  const url = `http://localhost:${port}`
  let output = ''
  let program: ChildProcess | null = null

  const start = async () => {
    const child = spawn(
      process.execPath,
      [join(root, 'bin/tierwise.mjs'), 'start', ...(options.arguments ?? [])],
      {
        cwd: root,
        env: {
          ...process.env,
          PORT: String(port),
          TIERWISE_HOST: '127.0.0.1',
          TIERWISE_DATA: dataFolder,
          TIERWISE_URL: url,
          LOG_LEVEL: 'warn',
          ...options.environment,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    program = child
    const keep = (part: string) => {
      output = (output + part).slice(-200_000)
    }
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    const patience = Date.now() + (options.startSeconds ?? 120) * 1_000
    while (!(await answers(url))) {
      const gone = child.exitCode !== null || child.signalCode !== null
      if (gone || Date.now() > patience) {
        await end(child)
        throw new Error(`The desk did not start.\n${output}`)
      }
      await pause(100)
    }
  }

  const desk: Desk = {
    url,
    dataFolder,
    administratorLink: () => {
      const link = output.match(/https?:\/\/\S+/g)?.find((one) => new URL(one).pathname.length > 1)
      if (!link) throw new Error(`The desk printed no link.\n${output}`)
      return link
    },
    output: () => output,
    restart: async () => {
      await desk.end()
      await start()
    },
    end: async () => {
      if (program) await end(program)
    },
    stop: async () => {
      await desk.end()
      endDatabaseLeftBehind(dataFolder)
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  try {
    await start()
  } catch (error) {
    await desk.stop()
    throw error
  }
  return desk
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).status < 500
  } catch {
    return false
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  if ((await Promise.race([gone, pause(20_000, 'late')])) === 'late') {
    child.kill('SIGKILL')
    await gone
  }
}

/** A program that had to be killed leaves its PostgreSQL running. */
function endDatabaseLeftBehind(dataFolder: string): void {
  const file = join(dataFolder, 'postgres', 'postmaster.pid')
  if (!existsSync(file)) return
  try {
    process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGINT')
  } catch {
    // It has ended in the meantime.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (typeof address === 'object' && address) resolve(address.port)
        else reject(new Error('There is no free port'))
      })
    })
  })
}
