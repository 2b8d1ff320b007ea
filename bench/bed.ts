import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { addressOf } from '#platform/database/embedded/socket-folder.ts'
import { findPostmaster } from '#platform/database/embedded/postmaster.ts'
import { databaseName } from '#platform/database/embedded/supervisor.ts'
import { createLog } from '#platform/log.ts'
import { prepareGround } from '../tests/faults/ground.ts'
import { round } from './load.ts'
import type { Bed } from './operations.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

export type TestBed = {
  readonly orgId: string
  readonly modelId: string
  readonly owner: pg.Pool
  readonly databaseUrl: string
  readonly smtpPort: number
  readonly url: string
  readonly administratorToken: string
  readonly withFilledIds: () => Promise<Bed>
  readonly memory: () => { readonly programMb: number; readonly databaseMb: number }
  readonly measureStarts: () => Promise<{ readonly firstSeconds: number; readonly warmSeconds: number }>
  readonly close: () => Promise<void>
}

/** The real program on a data folder of its own, with a desk, and one ticket with an ordinary life to make copies of. */
export async function openBed(): Promise<TestBed> {
  const dataFolder = folder()
  const ground = await prepareGround(dataFolder, createLog('error'), { hurried: false })
  const [port, smtpPort] = [7801, 7802]
  const url = `http://127.0.0.1:${port}`
  let program = await start(dataFolder, port, smtpPort)
  const postmaster = findPostmaster(join(dataFolder, 'postgres'))
  if (!postmaster) throw new Error('The database does not run')
  const databaseUrl = addressOf(postmaster.socketFolder, databaseName)
  const owner = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  owner.on('error', (error) => console.error(error.message))
  const send = async (token: string, path: string, body: unknown): Promise<{ id: string; view: string }> => {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { id: string; view: string }
  }
  const openOwn = async (notes: number) => {
    const { id } = await send(ground.tokens.ada, '/api/v1/tickets', {
      subject: 'iPhone enrollment stops',
      description: 'It says "Device limit reached".',
      category: 'device-limit',
      platform: 'ios',
    })
    const move = (body: unknown) => send(ground.tokens.tess, `/api/v1/tickets/${id}/moves`, { move: body })
    await move({ move: 'claim' })
    for (let note = 0; note < notes; note += 1) await move({ move: 'note', text: `Checked once more (${note}).` })
    return id
  }
  // Fifty entries: what the budget for opening a ticket speaks of.
  const modelId = await openOwn(48)
  const own: string[] = []
  for (let client = 0; client < 32; client += 1) own.push(await openOwn(0))
  return {
    orgId: ground.orgId,
    modelId,
    owner,
    databaseUrl,
    smtpPort,
    url,
    administratorToken: ground.tokens.root,
    withFilledIds: async () => {
      const { rows } = await owner.query<{ id: string; plan_version_id: string; requester_id: string }>(
        'select id, plan_version_id, requester_id from tickets where org_id = $1 and number >= 1000000000 order by number desc limit 5000',
        [ground.orgId],
      )
      return {
        url,
        orgId: ground.orgId,
        requesterId: rows[0]?.requester_id ?? '',
        requesterToken: ground.tokens.ada,
        agentToken: ground.tokens.tess,
        planVersionId: rows[0]?.plan_version_id ?? '',
        ids: rows.slice(0, -32).map((row) => row.id),
        own,
        rawOwn: rows.slice(-32).map((row) => row.id),
      }
    },
    memory: () => ({
      programMb: proportional([program.pid ?? 0]),
      databaseMb: proportional([postmaster.pid, ...childrenOf(postmaster.pid)]),
    }),
    measureStarts: async () => {
      await stop(program)
      const fresh = folder()
      const first = await timed(async () => {
        program = await start(fresh, port, smtpPort)
      })
      await stop(program)
      const warm = await timed(async () => {
        program = await start(fresh, port, smtpPort)
      })
      await stop(program)
      rmSync(fresh, { recursive: true, force: true })
      return { firstSeconds: first, warmSeconds: warm }
    },
    close: async () => {
      await owner.end()
      await stop(program)
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tierwise-bench-'))
  // PostgreSQL runs as another user than root and has to get in.
  chmodSync(made, 0o755)
  return made
}

async function start(dataFolder: string, port: number, smtpPort: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(root, 'bin/tierwise.mjs'), 'start'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      TIERWISE_HOST: '127.0.0.1',
      TIERWISE_DATA: dataFolder,
      TIERWISE_SMTP_PORT: String(smtpPort),
      TIERWISE_SMTP_HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (let turn = 0; turn < 1200; turn += 1) {
    const well = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (well) return child
    await pause(25)
  }
  throw new Error('The program was not ready within 30 seconds')
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await gone
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return round((performance.now() - began) / 1000)
}

/** PSS of these processes in MB: shared pages count once. */
function proportional(pids: readonly number[]): number {
  return round(
    pids.reduce((sum, pid) => {
      try {
        const [, kb] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? []
        return sum + Number(kb ?? 0) / 1024
      } catch {
        // A backend that ended meanwhile uses nothing.
        return sum
      }
    }, 0),
  )
}

function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return new RegExp(`^PPid:\\s+${parent}$`, 'm').test(readFileSync(`/proc/${pid}/status`, 'utf8'))
      } catch {
        return false
      }
    })
}
