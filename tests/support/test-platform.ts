import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Instant, type MovableClock, movableClock } from '#platform/clock.ts'
import { readCatalogues } from '#platform/i18n/read-catalogues.ts'
import { createTranslate } from '#platform/i18n/translate.ts'
import { createLog } from '#platform/log.ts'
import type { Platform } from '#platform/platform.ts'
import { testDatabase } from './template-database.ts'

const featuresFolder = fileURLToPath(new URL('../../src/features/', import.meta.url))

/** The platform on a database of its own, with a clock that the test moves. */
export type TestPlatform = Platform & {
  readonly clock: MovableClock
  readonly databaseUrl: string
  /** Closes the connections, drops the database and removes the data folder. */
  readonly close: () => Promise<void>
}

/** Made in beforeAll, closed in afterAll. */
export async function testPlatform(start: Instant = '2026-11-23T09:00:00.000Z'): Promise<TestPlatform> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tierwise-data-'))
  const { url, database, owner, close } = await testDatabase()
  return {
    database,
    owner,
    databaseUrl: url,
    clock: movableClock(start),
    log: createLog('error'),
    dataFolder,
    baseUrl: 'http://desk.test',
    translate: await createTranslate(readCatalogues(featureFolders())),
    close: async () => {
      await close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

function featureFolders(): Record<string, string> {
  const withWords = readdirSync(featuresFolder).filter((name) =>
    existsSync(join(featuresFolder, name, 'i18n', 'en.json')),
  )
  return Object.fromEntries(withWords.map((name) => [name, join(featuresFolder, name)]))
}
