import { personById } from '#features/people/server/actions.ts'
import { entraIdOf, graphOf, linkPerson, tenantOf } from '#features/tenant/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { JobPayload } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import type { PersonContext } from '../domain/context.ts'
import { isDue } from '../domain/due.ts'
import type { Failed } from '../domain/field.ts'
import { askOrganisation } from './context.ts'
import { attempts } from './read/attempt.ts'
import { allFailed, readPerson, type Wanted } from './read/read-person.ts'
import { heardFrom, quietFor } from './read/silence.ts'
import { freezeAfterOpening } from './snapshots.ts'
import { cachedContext, keepContext, organisationTried } from './store/contexts.ts'
import { tellContext } from './tell.ts'

type ToRead = {
  readonly personId: string
  /** A ticket that was opened while nothing fresh was known: what is read is frozen with it. */
  readonly openedTicket?: string
}

/** A read that takes longer is given up; what came in time is kept. */
const patienceMs = 25_000
/** Somebody else read it a moment ago: that is fresh enough. */
const justNowMs = 5_000

/** Reads one person for the page, outside any transaction, and keeps what came. */
export const readContextJob = (platform: Platform, wanted: JobPayload & ToRead): Promise<void> =>
  readContext(platform, wanted, patienceMs)

export async function readContext(
  platform: Platform,
  { orgId, personId, openedTicket }: JobPayload & ToRead,
  patience: number,
): Promise<void> {
  const begun = await inOrganisation(platform, orgId, (tx) => begin(tx, personId))
  if (!begun) return
  const { tenant, before, wanted, isFresh } = begun
  if (isFresh) {
    if (openedTicket !== undefined)
      await inOrganisation(platform, orgId, (tx) => freezeAfterOpening(tx, personId, openedTicket))
    return
  }
  const { parts, entraId, heldOff } = await read(platform, orgId, { wanted, before, patience })
  await inOrganisation(platform, orgId, async (tx) => {
    // Another tenant since: what was read is of the former.
    if ((await tenantOf(tx))?.id !== tenant) return
    // Nobody was asked: what counts is when somebody was.
    await keepContext(tx, { personId, tenant, parts, triedAt: heldOff?.at ?? tx.now })
    if (entraId !== null && entraId.toLowerCase() !== wanted.entraId?.toLowerCase())
      await linkPerson(tx, { tenant, personId, entraId, foundBy: 'address' })
    // What could not be read anew was frozen at the opening itself.
    if (openedTicket !== undefined && parts.devices.failed === null)
      await freezeAfterOpening(tx, personId, openedTicket)
    await tellContext(tx, personId)
  })
}

async function begin(tx: Tx, personId: string) {
  const [person, tenant, cached, entraId, organisation] = await Promise.all([
    personById(tx, personId),
    tenantOf(tx),
    cachedContext(tx, personId),
    entraIdOf(tx, personId),
    organisationTried(tx),
  ])
  if (!person || !tenant) return null
  if (isDue(organisation?.fields ?? [], organisation?.triedAt ?? null, tx.now)) await askOrganisation(tx)
  const age = cached ? Date.parse(tx.now) - Date.parse(cached.triedAt) : Infinity
  return {
    tenant: tenant.id,
    before: cached?.context ?? null,
    wanted: { entraId, address: person.email },
    isFresh: age < justNowMs,
  }
}

type ToTry = {
  readonly wanted: Wanted
  readonly before: PersonContext | null
  readonly patience: number
}

async function read(
  platform: Platform,
  orgId: string,
  { wanted, before, patience }: ToTry,
): Promise<Awaited<ReturnType<typeof readPerson>> & { readonly heldOff: Failed | null }> {
  const now = platform.clock.now()
  const graph = await graphOf(platform, orgId, 'read')
  if (!graph) {
    const failed = { code: 'sign-in-refused', permission: null, at: now }
    return { parts: allFailed(before, failed), entraId: null, heldOff: null }
  }
  const quiet = quietFor(graph, now)
  if (quiet) return { parts: allFailed(before, quiet), entraId: null, heldOff: quiet }
  const signal = AbortSignal.timeout(patience)
  const done = await readPerson({ graph, attempt: attempts(platform), signal, now }, wanted, before)
  heardFrom(graph, done.parts.person.failed, platform.clock.now())
  return { ...done, heldOff: null }
}
