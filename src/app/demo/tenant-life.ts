import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { personsWithRole } from '#features/people/server/actions.ts'
import { chooseGroups } from '#features/tenant/server/directory/choose.ts'
import { movableClock } from '#platform/clock.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Job, Jobs } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import { work } from '../features.ts'
import { incident, untold } from './detection.ts'
import type { Misfortune } from './in-tenant.ts'
import { type DemoTenant, everybody, openDemoTenant } from './tenant.ts'

const jobs: Jobs = { ...work.jobs, ...work.slowJobs }
/** As many people are read at the same time. */
const atOnce = 4
/** What happened longer ago no longer shows in the tenant when the demo is opened another time. */
const rememberedDays = 14

/** Runs a job here and now, as the worker would. */
export async function runJob(platform: Platform, orgId: string, name: string, given: object = {}): Promise<void> {
  const job: Job | undefined = jobs[name]
  if (!job) throw new RangeError(`There is no job ${name}`)
  await job(platform, { orgId, ...given } as never, { isLast: true })
}

/** After the history: the clock is the real one, the connection too, and what is known of the tenant is of this moment. */
export async function livesOn(platform: Platform, orgId: string, tenant: DemoTenant): Promise<void> {
  tenant.follow(platform.clock)
  await tenant.simulator.control.addHealthIssue({ ...incident, startedHoursAgo: 4 })
  await tenant.connect(platform, orgId)
  await keepMisfortunes(platform, tenant.misfortunes)
  await followGroups(platform, orgId, tenant)
  await lookAround(platform, orgId)
}

/** Another start of the same demo: a tenant with the same people and what happened to them lately, at another address. */
export async function reopenTenant(platform: Platform, orgId: string): Promise<DemoTenant> {
  const now = platform.clock.now()
  const clock = movableClock(now)
  const tenant = await openDemoTenant(await everybody(platform, orgId), now, clock)
  for (const { mended, ...misfortune } of await readMisfortunes(platform)) {
    if (Date.parse(now) - Date.parse(misfortune.at) > rememberedDays * 86_400_000) continue
    clock.set(misfortune.at)
    await tenant.befall(misfortune)
    if (mended) await tenant.mend(misfortune)
  }
  tenant.follow(platform.clock)
  await tenant.simulator.control.addHealthIssue({ ...incident, startedHoursAgo: 4 })
  await tenant.connect(platform, orgId)
  await lookAround(platform, orgId)
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

async function keepMisfortunes(platform: Platform, misfortunes: readonly Misfortune[]): Promise<void> {
  await writeFile(placeOf(platform), JSON.stringify(misfortunes))
}

/** None where the demo was made before it had a tenant. */
async function readMisfortunes(platform: Platform): Promise<readonly Misfortune[]> {
  try {
    return JSON.parse(await readFile(placeOf(platform), 'utf8')) as Misfortune[]
  } catch {
    return []
  }
}
