import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { isAlive } from '#platform/database/embedded/postmaster.ts'
import { socketFolderOf } from '#platform/database/embedded/socket-folder.ts'
import { postmasterPid } from '../../tests/support/database-holder.ts'
import { type CommandLine, tierwise } from '../../tests/support/command-line.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const dataFolder = realpathSync(mkdtempSync(join(tmpdir(), 'tierwise-start-')))
chmodSync(dataFolder, 0o755)
const running: CommandLine[] = []

function run(args: readonly string[], env: Record<string, string> = {}): CommandLine {
  const command = tierwise(args, { TIERWISE_DATA: dataFolder, PORT: '0', ...env })
  running.push(command)
  return command
}

async function start(env: Record<string, string> = {}): Promise<CommandLine & { readonly address: string }> {
  const command = run(['start'], env)
  const [, address] = await command.printed(/Tierwise is running: (\S+)/)
  return { ...command, address: address ?? '' }
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((command) => command.end('SIGTERM')))
})
afterAll(() => {
  rmSync(dataFolder, { recursive: true, force: true })
  rmSync(socketFolderOf(join(dataFolder, 'postgres')), { recursive: true, force: true })
})

describe('tierwise start', () => {
  it('opens a desk with one command, and prints the link that makes the first administrator', async () => {
    const desk = await start()
    const [, link] = await desk.printed(/makes whoever opens it first so:\s+(\S+)/)
    expect(link).toMatch(new RegExp(`^${desk.address}/welcome#\\S{20,}$`))
    expect((await fetch(`${desk.address}/health/ready`)).status).toBe(200)
    expect(await (await fetch(desk.address)).text()).toContain('<div id=')
    const server = postmasterPid(dataFolder)
    expect(await desk.end('SIGTERM')).toBe(0)
    expect(isAlive(server)).toBe(false)
  })

  it('can be told to stop while it is still starting', async () => {
    const desk = run(['start'])
    const server = await vi.waitFor(() => postmasterPid(dataFolder), { timeout: 30_000, interval: 5 })
    expect(await desk.end('SIGTERM')).toBe(0)
    expect(isAlive(server)).toBe(false)
    expect(desk.output()).not.toContain('Tierwise is running')
  })

  it('gives another administrator link while it is running', async () => {
    const desk = await start()
    const command = run(['admin-link', '--json'], { TIERWISE_URL: 'https://desk.example.org' })
    expect(await command.ended).toBe(0)
    const { link } = JSON.parse(command.output()) as { link: string }
    expect(link).toMatch(/^https:\/\/desk\.example\.org\/welcome#/)
    const unknown = run(['admin-link', '--organisation', 'nobody'])
    expect(await unknown.ended).toBe(78)
    expect(unknown.complaints()).toContain('There is no organisation with the short name nobody')
    expect((await fetch(`${desk.address}/health/live`)).status).toBe(200)
  })

  it('refuses to run twice on the same data, with code 78 and the process that has it', async () => {
    const desk = await start()
    const second = run(['start'])
    expect(await second.ended).toBe(78)
    expect(second.complaints()).toContain(`already running on the data in ${dataFolder} (process ${desk.pid})`)
    expect((await fetch(`${desk.address}/health/ready`)).status).toBe(200)
  })

  it('says what to do when the port is in use', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, done))
    const address = other.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    const command = run(['start'], { PORT: port })
    expect(await command.ended).toBe(78)
    expect(command.complaints()).toContain(`Port ${port} is in use by another program`)
    expect(command.complaints()).not.toContain('    at ')
    other.close()
  })

  it('carries on after kill -9, on the database that lived on', async () => {
    const first = await start()
    const server = postmasterPid(dataFolder)
    await first.end('SIGKILL')
    const second = await start()
    expect(postmasterPid(dataFolder)).toBe(server)
    expect((await fetch(`${second.address}/health/ready`)).status).toBe(200)
  })

  it('answers again by itself after the database is killed', async () => {
    const desk = await start()
    process.kill(postmasterPid(dataFolder), 'SIGKILL')
    await vi.waitFor(async () => expect((await fetch(`${desk.address}/health/ready`)).status).toBe(200), {
      timeout: 60_000,
      interval: 200,
    })
    expect(await desk.end('SIGTERM')).toBe(0)
  })

  it('needs a database of its own kind for a worker beside it', async () => {
    const command = run(['worker'])
    expect(await command.ended).toBe(78)
    expect(command.complaints()).toContain('needs DATABASE_URL')
  })

  it('names a setting that is wrong, and a command that is not there', async () => {
    const wrongSetting = run(['doctor'], { PORT: 'seven' })
    expect(await wrongSetting.ended).toBe(78)
    expect(wrongSetting.complaints()).toContain('PORT')
    const wrongCommand = run(['begin'])
    expect(await wrongCommand.ended).toBe(64)
    expect(wrongCommand.complaints()).toContain("unknown command 'begin'")
  })
})

describe('tierwise doctor', () => {
  it('finds the running desk well, and reads as JSON', async () => {
    await start()
    const command = run(['doctor', '--json'], { PORT: '7399' })
    expect(await command.ended).toBe(0)
    const { findings } = JSON.parse(command.output()) as { findings: { about: string; well: boolean }[] }
    expect(findings.filter(({ well }) => !well)).toEqual([])
    expect(findings.map(({ about }) => about)).toEqual(
      expect.arrayContaining(['database', 'row-level security', 'migrations', 'disk']),
    )
  })

  it('says what to do about a database that does not answer', async () => {
    const command = run(['doctor'], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' })
    expect(await command.ended).toBe(1)
    expect(command.output()).toMatch(/WRONG {2}database: .*\n +Start the database, and check DATABASE_URL/)
  })
})
