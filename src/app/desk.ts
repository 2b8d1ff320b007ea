import type { FastifyInstance } from 'fastify'
import type { Config } from '#platform/config.ts'
import { migrate } from '#platform/database/migrate.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { Logger } from '#platform/log.ts'
import type { Platform } from '#platform/platform.ts'
import { type AdministratorLink, administratorLinks, ensureOrganisation } from './first-organisation.ts'
import { openPlatform } from './platform.ts'
import { buildServer } from './server.ts'
import { runWorker } from './worker.ts'

/** A desk apart from its database server: the larger part of the program. */
export type Desk = {
  readonly baseUrl: string
  readonly buildServer: () => Promise<FastifyInstance>
  readonly runWorker: () => Promise<Worker>
  readonly administratorLinks: () => Promise<AdministratorLink[]>
  readonly close: () => Promise<void>
}

type DeskSettings = {
  readonly config: Config
  readonly url: string
  readonly log: Logger
  /** What has to be there before anybody comes in: an organisation, unless said otherwise. */
  readonly begin?: (platform: Platform) => Promise<void>
}

/** Opens a desk on a running database, which is brought up to date and given what it begins with. */
export async function openDesk({ begin = ensureOrganisation, ...given }: DeskSettings): Promise<Desk> {
  await migrate(given.url, given.log)
  const { platform, close } = await openPlatform(given)
  try {
    await begin(platform)
  } catch (error) {
    await close()
    throw error
  }
  return {
    baseUrl: platform.baseUrl,
    buildServer: () => buildServer(platform, { trustProxy: given.config.trustProxy }),
    runWorker: () => runWorker(platform, given.config),
    administratorLinks: () => administratorLinks(platform),
    close,
  }
}
