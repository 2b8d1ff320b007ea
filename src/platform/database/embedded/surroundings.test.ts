import {
  chownSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ask, type DatabaseHolder, holdDatabase } from '../../../../tests/support/database-holder.ts'
import { restoreLibraryLinks } from './programs.ts'
import { socketFolderOf } from './socket-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const isRoot = process.getuid?.() === 0
const nobody = 65_534
const folders: string[] = []
const holders: DatabaseHolder[] = []

function temporaryFolder(mode: number): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tierwise-surroundings-')))
  chmodSync(folder, mode)
  folders.push(folder)
  return folder
}

async function start(...given: Parameters<typeof holdDatabase>): Promise<DatabaseHolder> {
  const holder = await holdDatabase(...given)
  holders.push(holder)
  folders.push(socketFolderOf(join(given[0], 'postgres')))
  return holder
}

afterEach(async () => {
  await Promise.all(holders.splice(0).map((holder) => holder.stop()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('the account that the embedded database runs as', () => {
  it.runIf(isRoot)('is another one when the program runs as root [only as root]', async () => {
    const folder = temporaryFolder(0o755)
    const { url } = await start(folder)
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(statSync(join(folder, 'postgres')).uid).not.toBe(0)
    expect(statSync(folder).mode & 0o777).toBe(0o711)
  })

  it.runIf(isRoot)(
    'is one in a namespace of its own when only root may enter the folder [only as root]',
    async () => {
      const folder = join(temporaryFolder(0o700), 'deeper', 'data')
      const first = await start(folder)
      await ask(first.url, 'create table kept (n int)')
      expect(statSync(join(folder, 'postgres')).uid).toBe(0)
      await first.kill()
      const second = await start(folder)
      await vi.waitFor(() => expect(second.said()).toContain('took over'))
      expect(await ask(second.url, 'select n from kept')).toEqual([])
    },
  )

  it.runIf(isRoot)('is the owner of the data when those are there already [only as root]', async () => {
    const folder = temporaryFolder(0o755)
    chownSync(folder, nobody, nobody)
    const asNobody = await start(folder, { uid: nobody })
    expect(asNobody.said()).not.toContain('Error')
    expect(statSync(join(folder, 'postgres')).uid).toBe(nobody)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    await asNobody.stop()
  })

  it.skipIf(isRoot)('is the same when the program runs as an ordinary user [not as root]', async () => {
    const folder = temporaryFolder(0o700)
    const { url } = await start(folder)
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(statSync(join(folder, 'postgres')).uid).toBe(process.getuid?.())
  })
})

describe('a data folder that cannot be used', () => {
  it('is refused with what to do about it', async () => {
    const file = join(temporaryFolder(0o755), 'a-file')
    writeFileSync(file, '')
    const { url, said } = await start(join(file, 'data'))
    expect(url).toBeUndefined()
    expect(said()).toContain('OperatorMustAct: The data folder')
    expect(said()).toContain('set TIERWISE_DATA to another one')
  })

  it('is refused when another version of PostgreSQL made it', async () => {
    const folder = temporaryFolder(0o755)
    mkdirSync(join(folder, 'postgres'))
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n')
    const { url, said } = await start(folder)
    expect(url).toBeUndefined()
    expect(said()).toContain('was made by PostgreSQL 17')
  })

  it('is not touched by what an interrupted first start left behind', async () => {
    const folder = temporaryFolder(0o755)
    const left = join(folder, 'postgres.new-999999999')
    mkdirSync(left)
    const { url } = await start(folder)
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(existsSync(left)).toBe(false)
  })

  it('listens on a path that is short enough, however long the temporary folder', async () => {
    const long = join(temporaryFolder(0o755), 'a'.repeat(100))
    mkdirSync(long)
    const folder = temporaryFolder(0o755)
    const { url } = await start(folder, { env: { TMPDIR: long } })
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe("PostgreSQL's libraries", () => {
  it('get their links when the install script did not run', () => {
    const folder = temporaryFolder(0o755)
    mkdirSync(join(folder, 'native', 'lib'), { recursive: true })
    writeFileSync(join(folder, 'native', 'lib', 'libpq.so.5.18'), 'library')
    writeFileSync(
      join(folder, 'native', 'pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
    )
    restoreLibraryLinks(folder)
    expect(statSync(join(folder, 'native', 'lib', 'libpq.so.5')).size).toBe('library'.length)
    expect(() => restoreLibraryLinks(folder)).not.toThrow()
  })
})
