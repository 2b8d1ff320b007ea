import { createAdminLink } from '#features/people/server/actions.ts'
import type { Config } from '#platform/config.ts'
import { NotFound, OperatorMustAct } from '#platform/errors.ts'
import type { Logger } from '#platform/log.ts'
import { reachDatabase } from './database.ts'
import { openPlatform } from './platform.ts'

/** A new one-time administrator link; also while Tierwise is running. */
export async function adminLink(
  { config, log }: { config: Config; log: Logger },
  organisation: string | undefined,
): Promise<string> {
  const server = await reachDatabase(config, log)
  try {
    const { platform, close } = await openPlatform({ config, url: server.url, log })
    try {
      return await createAdminLink(platform, organisation)
    } finally {
      await close()
    }
  } catch (cause) {
    if (!(cause instanceof NotFound)) throw cause
    throw new OperatorMustAct(
      'organisation-unknown',
      organisation === undefined
        ? 'There is not exactly one organisation: name it by its short name, --organisation NAME. Before the first start there is none.'
        : `There is no organisation with the short name ${organisation}.`,
      { cause },
    )
  } finally {
    await server.stop()
  }
}
