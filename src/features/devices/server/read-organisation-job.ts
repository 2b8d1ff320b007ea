import { graphOf, tenantOf } from '#features/tenant/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { JobPayload } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import { attempts } from './read/attempt.ts'
import { readOrganisation } from './read/read-organisation.ts'
import { heardFrom, quietFor } from './read/silence.ts'
import { keepOrganisation, organisationTried } from './store/contexts.ts'
import { tellOrganisation } from './tell.ts'

const patienceMs = 25_000
/** Service health has a budget of 800 calls an hour for everybody who asks through this registration. */
const justNowMs = 60_000

/** Reads what holds for the whole organisation: once, however many tickets are looked at. */
export async function readOrganisationJob(platform: Platform, { orgId }: JobPayload): Promise<void> {
  const begun = await inOrganisation(platform, orgId, async (tx) => ({
    tenant: await tenantOf(tx),
    tried: await organisationTried(tx),
    now: tx.now,
  }))
  const { tenant, tried, now } = begun
  if (!tenant || (tried && Date.parse(now) - Date.parse(tried.triedAt) < justNowMs)) return
  const graph = await graphOf(platform, orgId, 'read')
  if (!graph || quietFor(graph, now)) return
  const reading = { graph, attempt: attempts(platform), signal: AbortSignal.timeout(patienceMs), now }
  const parts = await readOrganisation(reading, tried?.parts ?? null)
  heardFrom(graph, parts.health.failed, platform.clock.now())
  await inOrganisation(platform, orgId, async (tx) => {
    if ((await tenantOf(tx))?.id !== tenant.id) return
    await keepOrganisation(tx, { tenant: tenant.id, parts })
    await tellOrganisation(tx)
  })
}
