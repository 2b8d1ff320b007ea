import type { Config } from '#platform/config.ts'
import { type Clock, systemClock } from '#platform/clock.ts'
import { openDatabase, openOwnerPool } from '#platform/database/connect.ts'
import { readCatalogues } from '#platform/i18n/read-catalogues.ts'
import { createTranslate } from '#platform/i18n/translate.ts'
import type { Logger } from '#platform/log.ts'
import type { Platform } from '#platform/platform.ts'
import { catalogueFolders } from './catalogue-folders.ts'

export type OpenPlatform = { readonly platform: Platform; readonly close: () => Promise<void> }

type Setting = {
  readonly config: Config
  /** The database, as its owner. */
  readonly url: string
  readonly log: Logger
  readonly clock?: Clock
}

/** What everything runs on; connects when it is first used. */
export async function openPlatform({ config, url, log, clock = systemClock }: Setting): Promise<OpenPlatform> {
  const database = openDatabase(url, { log })
  const owner = openOwnerPool(url, { log, connections: 6 })
  const translate = await createTranslate(readCatalogues(catalogueFolders()), (language, key) => {
    log.error({ language, key }, 'words are missing')
  })
  return {
    platform: {
      database,
      owner,
      clock,
      log,
      dataFolder: config.dataFolder,
      baseUrl: config.publicUrl ?? `http://localhost:${config.port}`,
      translate,
    },
    close: async () => {
      await database.destroy()
      await owner.end()
    },
  }
}
