import { organisationNamed } from '#features/people/server/actions.ts'
import { OperatorMustAct } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import { reachDatabase } from './database.ts'
import { openPlatform } from './platform.ts'
import type { Settings } from './settings.ts'

/** Does something short for one organisation of the desk, also while Tierwise is running. */
export async function inDesk<Value>(
  { config, log }: Settings,
  organisation: string | undefined,
  work: (platform: Platform, orgId: string) => Promise<Value>,
): Promise<Value> {
  const server = await reachDatabase(config, log)
  try {
    const { platform, close } = await openPlatform({ config, url: server.url, log })
    try {
      const orgId = await organisationNamed(platform, organisation)
      if (orgId === null) throw unknownOrganisation(organisation)
      return await work(platform, orgId)
    } finally {
      await close()
    }
  } finally {
    await server.stop()
  }
}

function unknownOrganisation(organisation: string | undefined): OperatorMustAct {
  return new OperatorMustAct(
    'organisation-unknown',
    organisation === undefined
      ? 'There is not exactly one organisation: name it by its short name, --organisation NAME. Before the first start there is none.'
      : `There is no organisation with the short name ${organisation}.`,
  )
}
