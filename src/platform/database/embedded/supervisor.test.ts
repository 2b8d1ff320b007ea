import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import {
  ask,
  type DatabaseHolder,
  holdDatabase,
  postmasterPid,
} from '../../../../tests/support/database-holder.ts'
import { isAlive } from './postmaster.ts'
import { socketFolderOf } from './socket-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const dataFolder = realpathSync(mkdtempSync(join(tmpdir(), 'tierwise-supervisor-')))
chmodSync(dataFolder, 0o755)
const holders: DatabaseHolder[] = []

async function start(): Promise<DatabaseHolder> {
  const holder = await holdDatabase(dataFolder)
  holders.push(holder)
  return holder
}

afterEach(async () => {
  await Promise.all(holders.splice(0).map((holder) => holder.stop()))
})
afterAll(() => {
  rmSync(dataFolder, { recursive: true, force: true })
  rmSync(socketFolderOf(join(dataFolder, 'postgres')), { recursive: true, force: true })
})

describe('the embedded database', () => {
  it('is made at the first start: durable, checked, without a network port, for this account only', async () => {
    const { url } = await start()
    const [settings] = await ask(
      url,
      `select current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
              current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit,
              current_setting('listen_addresses') as addresses, current_setting('server_encoding') as encoding`,
    )
    expect(settings).toEqual({
      checksums: 'on',
      fsync: 'on',
      pages: 'on',
      commit: 'on',
      addresses: '',
      encoding: 'UTF8',
    })
    expect(statSync(socketFolderOf(join(dataFolder, 'postgres'))).mode & 0o777).toBe(0o700)
    await ask(url, 'create table kept (n int)')
  })

  it('is stopped with the program and keeps what it was told', async () => {
    const first = await start()
    await ask(first.url, 'insert into kept values (1)')
    const server = postmasterPid(dataFolder)
    expect(await first.stop()).toBe(0)
    expect(isAlive(server)).toBe(false)
    const second = await start()
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 1 }])
  })

  it('comes back by itself when it is killed, with everything that was committed', async () => {
    const holder = await start()
    await ask(holder.url, 'insert into kept values (2)')
    const killed = postmasterPid(dataFolder)
    process.kill(killed, 'SIGKILL')
    await vi.waitFor(
      async () => expect(await ask(holder.url, 'select max(n) as n from kept')).toEqual([{ n: 2 }]),
      { timeout: 30_000, interval: 50 },
    )
    expect(postmasterPid(dataFolder)).not.toBe(killed)
    // The lock on the data came back with it.
    await vi.waitFor(() => expect(holder.said()).toContain('the database is back'), { timeout: 10_000 })
    const second = await start()
    expect(second.said()).toContain('already running')
  })

  it('lives on when the program is killed, and the next start takes it over', async () => {
    const first = await start()
    const server = postmasterPid(dataFolder)
    await first.kill()
    expect(isAlive(server)).toBe(true)
    const second = await start()
    await vi.waitFor(() => expect(second.said()).toContain('took over'))
    expect(postmasterPid(dataFolder)).toBe(server)
    expect(await second.stop()).toBe(0)
    expect(isAlive(server)).toBe(false)
  })

  it('is restarted when an older program left it running with other settings', async () => {
    const first = await start()
    const server = postmasterPid(dataFolder)
    await first.kill()
    const options = join(dataFolder, 'postgres', 'postmaster.opts')
    writeFileSync(options, readFileSync(options, 'utf8').replace('jit=off', 'jit=on'))
    const second = await start()
    await vi.waitFor(() => expect(second.said()).toContain('other settings'))
    expect(postmasterPid(dataFolder)).not.toBe(server)
    expect(await ask(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }])
  })

  it('refuses a second program on the same data, saying which process has it', async () => {
    const first = await start()
    const second = await start()
    expect(second.url).toBeUndefined()
    expect(second.said()).toContain(
      `Tierwise is already running on the data in ${dataFolder} (process ${first.pid})`,
    )
    expect(await ask(first.url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }])
  })

  it('starts after both were killed while a backend was still busy', async () => {
    const first = await start()
    const busy = new pg.Client({ connectionString: first.url })
    busy.on('error', () => {})
    await busy.connect()
    const sleeping = busy.query('select pg_sleep(20)').catch(() => {})
    const server = postmasterPid(dataFolder)
    await first.kill()
    process.kill(server, 'SIGKILL')
    const second = await start()
    expect(await ask(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }])
    await sleeping
  })

  it('gets its socket back when someone clears the temporary folder, also without a program to watch it', async () => {
    const socketFolder = socketFolderOf(join(dataFolder, 'postgres'))
    const first = await start()
    rmSync(socketFolder, { recursive: true })
    await vi.waitFor(
      async () => expect(await ask(first.url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]),
      { timeout: 30_000, interval: 100 },
    )
    await first.kill()
    rmSync(socketFolder, { recursive: true })
    const second = await start()
    expect(await ask(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }])
  })

  it('is not fooled by a process that has the number of a server that died', async () => {
    const first = await start()
    const server = postmasterPid(dataFolder)
    const pidFile = join(dataFolder, 'postgres', 'postmaster.pid')
    const noted = readFileSync(pidFile, 'utf8')
    await first.stop()
    writeFileSync(pidFile, noted.replace(String(server), String(process.pid)))
    const second = await start()
    expect(await ask(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }])
  })

  it('two starts at the same moment end with one running', async () => {
    const both = await Promise.all([start(), start()])
    expect(both.filter(({ url }) => url !== undefined)).toHaveLength(1)
    expect(both.map((holder) => holder.said()).join('')).toContain('already running')
  })
})
