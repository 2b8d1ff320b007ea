import { link, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Platform } from '../platform.ts'

const dayMs = 24 * 3600 * 1000

/** Removes what nobody uses: rows that nothing refers to after a day, bytes without a row, uploads that broke off. */
export async function tidyFiles(
  platform: Pick<Platform, 'owner' | 'dataFolder'>,
  now = Date.now(),
): Promise<void> {
  await platform.owner.query(`delete from files where kept_at is null and created_at < now() - interval '1 day'`)
  const root = join(platform.dataFolder, 'files')
  for (const folder of await namesIn(root)) {
    const path = join(root, folder)
    if (folder === 'incoming') await removeOld(path, now)
    else await removeUnused(platform, path, folder, now)
  }
}

async function removeOld(folder: string, now: number): Promise<void> {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name)
    if (await isOld(path, now)) await rm(path, { force: true })
  }
}

async function removeUnused(
  { owner, dataFolder }: Pick<Platform, 'owner' | 'dataFolder'>,
  folder: string,
  start: string,
  now: number,
): Promise<void> {
  const names = await namesIn(folder)
  for (let at = 0; at < names.length; at += 500) {
    const some = names.slice(at, at + 500)
    const { rows } = await owner.query<{ sha256: string }>(
      'select distinct sha256 from files where sha256 = any($1::text[])',
      [some.map((name) => `${start}${name}`)],
    )
    const used = new Set(rows.map(({ sha256 }) => sha256.slice(2)))
    for (const name of some) if (!used.has(name)) await removeIfOld(join(folder, name), dataFolder, now)
  }
}

/** An upload of the same bytes may be putting its file in this place right now: what was moved away decides by its age. */
async function removeIfOld(path: string, dataFolder: string, now: number): Promise<void> {
  if (!(await isOld(path, now))) return
  const aside = join(dataFolder, 'files', 'incoming', `aside-${path.slice(-62)}`)
  await rename(path, aside)
  if (!(await isOld(aside, now))) {
    await link(aside, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
  await rm(aside, { force: true })
}

async function isOld(path: string, now: number): Promise<boolean> {
  const { mtimeMs } = await stat(path)
  return now - mtimeMs > dayMs
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}
