import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '#features/people/domain/instant.ts'
import { personsWithRole } from '#features/people/server/actions.ts'
import { chooseGroups } from '#features/tenant/server/directory/choose.ts'
import { movableClock } from '#platform/clock.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Job, Jobs } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import { work } from '../features.ts'
import { incident, untold } from './detection.ts'
import { type Happened, happenAgain } from './journal.ts'
import { type DemoTenant, everybody, openDemoTenant, type People } from './tenant.ts'

const jobs: Jobs = { ...work.jobs, ...work.slowJobs }
/** As many people are read at the same time. */
const atOnce = 4

/** What the demo's tenant is made of: it is the same at each start, whatever the day. */
type Kept = {
  /** When the demo was opened first. Certificates run out, and incidents began, counted from then. */
  readonly madeFor: Instant
  readonly people: People
  readonly happened: readonly Happened[]
}

/** Runs a job here and now, as the worker would. */
export async function runJob(platform: Platform, orgId: string, name: string, given: object = {}): Promise<void> {
  const job: Job | undefined = jobs[name]
  if (!job) throw new RangeError(`There is no job ${name}`)
  await job(platform, { orgId, ...given } as never, { isLast: true })
}

/** After the history: the clock is the real one, the connection too, and what is known of the tenant is of this moment. */
export async function livesOn(
  platform: Platform,
  orgId: string,
  tenant: DemoTenant,
  made: Pick<Kept, 'madeFor' | 'people'>,
): Promise<void> {
  await tenant.simulator.control.addHealthIssue({ ...incident, startedHoursAgo: 4 })
  tenant.follow(platform.clock)
  await tenant.connect(platform, orgId)
  await keep(platform, { ...made, happened: tenant.happened })
  await followGroups(platform, orgId, tenant)
  await lookAround(platform, orgId)
}

/** Another start of the same demo: the same tenant with what happened in it, at another address, and whoever has come since. */
export async function reopenTenant(platform: Platform, orgId: string): Promise<DemoTenant> {
  const now = platform.clock.now()
  const people = await everybody(platform, orgId)
  const kept = (await readKept(platform)) ?? { people, madeFor: now, happened: [] }
  const tenant = await sameTenant(kept, people, now)
  tenant.follow(platform.clock)
  await tenant.connect(platform, orgId)
  await lookAround(platform, orgId)
  return tenant
}

/** The tenant as it was made and what came to pass in it; its devices have been in touch since. */
export async function sameTenant(
  { madeFor, people, happened }: Kept,
  everyone: People,
  now: Instant,
): Promise<DemoTenant> {
  const clock = movableClock(madeFor)
  const known = new Set(people.map(({ address }) => address))
  const newcomers = everyone.filter(({ address }) => !known.has(address))
  const tenant = await openDemoTenant({ people, newcomers, madeFor, checkedIn: now }, clock)
  await tenant.simulator.control.addHealthIssue({ ...incident, startedHoursAgo: 4 })
  await happenAgain(tenant.simulator.control, happened, clock, now)
  return tenant
}

/** The waves of the plan are groups in Entra ID, which the desk follows from now on. */
async function followGroups(platform: Platform, orgId: string, { simulator }: DemoTenant): Promise<void> {
  const groups = await simulator.control.groups()
  const chosen = groups
    .filter(({ displayName }) => /^(?:pilot|wave-\d+)$/.test(displayName))
    .map(({ id, displayName }) => ({ entraGroupId: id, name: displayName, key: displayName }))
  await inOrganisation(platform, orgId, async (tx) => {
    const [administrator] = await personsWithRole(tx, 'administrator')
    await chooseGroups(tx, administrator?.id ?? '', chosen)
  })
  await runJob(platform, orgId, 'tenant.directory')
}

/** The self-check, what holds for the whole tenant, who has enrolled, and everybody with an open ticket. */
async function lookAround(platform: Platform, orgId: string): Promise<void> {
  await runJob(platform, orgId, 'tenant.check')
  await runJob(platform, orgId, 'devices.read-organisation')
  await runJob(platform, orgId, 'devices.detect')
  await runJob(platform, orgId, 'devices.read-enrollments')
  for (const findingId of await untold({ platform, orgId }))
    await runJob(platform, orgId, 'devices.finding', { findingId })
  const open = await inOrganisation(platform, orgId, ({ db }) =>
    db
      .selectFrom('tickets')
      .select('requester_id')
      .distinct()
      .where('org_id', '=', orgId)
      .where('stage', '<>', 'closed')
      .execute(),
  )
  const left = open.map(({ requester_id }) => requester_id)
  const reader = async () => {
    for (let personId = left.pop(); personId !== undefined; personId = left.pop())
      await runJob(platform, orgId, 'devices.read', { personId })
  }
  await Promise.all(Array.from({ length: atOnce }, reader))
  await runJob(platform, orgId, 'triage.bursts')
}

function placeOf({ dataFolder }: Platform): string {
  return join(dataFolder, 'demo-tenant.json')
}

async function keep(platform: Platform, kept: Kept): Promise<void> {
  await writeFile(placeOf(platform), JSON.stringify(kept))
}

/** Null where the demo was made before its tenant was kept so: it gets one of now. */
async function readKept(platform: Platform): Promise<Kept | null> {
  try {
    const kept = JSON.parse(await readFile(placeOf(platform), 'utf8')) as Partial<Kept>
    return kept.madeFor === undefined ? null : (kept as Kept)
  } catch {
    return null
  }
}
