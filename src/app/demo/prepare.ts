import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '#features/people/domain/instant.ts'
import { createOrganisation, organisationIds } from '#features/people/server/actions.ts'
import { hashPassword } from '#features/people/server/password-hash.ts'
import { putPasswordHash } from '#features/people/server/store/credentials.ts'
import { addTeam } from '#features/people/server/teams.ts'
import { starterTeams } from '#features/plan/domain/starter/teams.ts'
import { createStarterPlan, publishedPlan } from '#features/plan/server/actions.ts'
import { currentDraft, saveDraft } from '#features/plan/server/drafts.ts'
import { publishDraft } from '#features/plan/server/publishing.ts'
import { movableClock } from '#platform/clock.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { ticketMail } from '../features.ts'
import { type Cast, castPeople, type Player } from './cast.ts'
import { chanceFrom } from '../../../simulators/microsoft-graph/chance.ts'
import { timeZone } from './moments.ts'
import { type Played, play } from './play.ts'
import { livesOn, reopenTenant, runJob } from './tenant-life.ts'
import { type DemoTenant, everybody, openDemoTenant } from './tenant.ts'
import { withoutPractice } from './second-version.ts'

const historyDays = 42
/** Before the pilot: promises are made, and support is trained. */
const preparationDays = 16
/** Of tickets of these last days it was frozen at the time what Microsoft said of the requester. */
const daysRead = 3

export type DemoAccount = { readonly email: string; readonly part: string }
/** Whom a visitor can sign in as, all with the same password, which is made for this demo alone. */
export type DemoAccounts = { readonly password: string; readonly accounts: readonly DemoAccount[] }

export type PreparedDemo = {
  readonly accounts: DemoAccounts
  readonly played: Played | null
  /** Runs in this process until it is closed. */
  readonly tenant: DemoTenant
}

/**
 * Fills an empty database with an organisation of 1,200 people in its second rollout wave. The six weeks before now are played by the
 * real rules with a clock of their own. A database that has an organisation is left as it is.
 */
export async function prepareDemo(platform: Platform): Promise<PreparedDemo> {
  const path = join(platform.dataFolder, 'demo-accounts.json')
  const [known] = await organisationIds(platform)
  if (known !== undefined) {
    const accounts = JSON.parse(await readFile(path, 'utf8')) as DemoAccounts
    return { accounts, played: null, tenant: await reopenTenant(platform, known) }
  }
  const until = platform.clock.now()
  const start = dayBefore(until, historyDays)
  const began = dayBefore(start, preparationDays)
  const clock = movableClock(began)
  const past = { ...platform, clock }
  const chance = chanceFrom(20_261_122)
  const { organisation } = await createOrganisation(
    past,
    { name: 'Contoso', language: 'nl', timeZone },
    async (tx) => {
      for (const team of starterTeams) await addTeam(tx, 'tierwise', team)
    },
  )
  const orgId = organisation.id
  const password = randomBytes(9).toString('base64url')
  const { cast, plan, practised } = await inOrganisation(past, orgId, async (tx) => {
    const people = await castPeople(tx, chance)
    const hash = await hashPassword(password)
    for (const { id } of everyPart(people)) await putPasswordHash(tx, id, hash)
    const { planOwner } = people
    await createStarterPlan(tx, {
      owner: planOwner.name,
      timeZone,
      startDay: start.slice(0, 10),
      authorId: planOwner.id,
    })
    const { revision, document } = await currentDraft(tx)
    const saved = await saveDraft(tx, planOwner.id, revision, withoutPractice(document))
    await publishDraft(tx, planOwner.id, saved.revision, 'Afgesproken met de servicedesk en het MDM-team.')
    const published = await publishedPlan(tx)
    if (!published) throw new Error('The starter plan was not published')
    return { cast: people, plan: published.document, practised: document }
  })
  const made = { people: await everybody(past, orgId), madeFor: until }
  const tenant = await openDemoTenant(made, clock)
  await tenant.connect(past, orgId)
  const ground = {
    ...{ platform: past, orgId, plan, cast, chance, mail: ticketMail, tenant },
    readsSince: dayBefore(until, daysRead),
    run: (job: string, given?: object) => runJob(past, orgId, job, given),
  }
  const played = await play(ground, { began, start, until, practised })
  await forgetOldMail(platform)
  await livesOn(platform, orgId, tenant, made)
  const accounts = { password, accounts: everyPart(cast).map(({ email, part }) => ({ email, part })) }
  await mkdir(platform.dataFolder, { recursive: true })
  await writeFile(path, JSON.stringify(accounts, null, 2), { mode: 0o600 })
  return { accounts, played, tenant }
}

function everyPart(cast: Cast): readonly (Player & { readonly part: string })[] {
  const [first, second, third] = cast.tiers
  const parts: readonly (readonly [string, Player | undefined])[] = [
    ['requester', cast.requesters['wave-2'][0]],
    ['tier 1 agent', first?.agents[0]],
    ['tier 1 lead', first?.lead],
    ['tier 2 agent', second?.agents[0]],
    ['tier 3 engineer', third?.agents[0]],
    ['second tier 3 engineer, for a second pair of eyes', third?.agents[1]],
    ['plan owner and rollout manager', cast.planOwner],
    ['administrator', cast.administrator],
    ['auditor', cast.auditor],
  ]
  return parts.flatMap(([part, player]) => (player ? [{ ...player, part }] : []))
}

/** What was left to be done in the demo's past was done there or belongs to nobody's mailbox; only minutes are still to be printed. */
async function forgetOldMail({ owner }: Platform): Promise<void> {
  await owner.query(`select graphile_worker.complete_jobs(array(
    select id from graphile_worker.jobs where task_identifier in (
      'devices.read', 'devices.read-organisation', 'devices.finding', 'tenant.check', 'tenant.directory',
      'tickets.notify', 'tickets.heard', 'outbox.deliver', 'plan.published', 'bridges.keep-one', 'bridges.presence')))`)
  await owner.query('delete from outbox')
}

function dayBefore(at: Instant, days: number): Instant {
  const day = new Date(`${at.slice(0, 10)}T05:00:00.000Z`)
  day.setUTCDate(day.getUTCDate() - days)
  return day.toISOString()
}
