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
import { movableClock } from '#platform/clock.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { ticketMail } from '../features.ts'
import { type Cast, castPeople, type Player } from './cast.ts'
import { chanceFrom } from './chance.ts'
import { type Played, play } from './play.ts'

const historyDays = 42
const timeZone = 'Europe/Amsterdam'

export type DemoAccount = { readonly email: string; readonly part: string }
/** Whom a visitor can sign in as, all with the same password, which is made for this demo alone. */
export type DemoAccounts = { readonly password: string; readonly accounts: readonly DemoAccount[] }

/**
 * Fills an empty database with an organisation of 1,200 people in its second rollout wave. The six weeks before now are played by the
 * real rules with a clock of their own. A database that has an organisation is left as it is.
 */
export async function prepareDemo(
  platform: Platform,
): Promise<{ readonly accounts: DemoAccounts; readonly played: Played | null }> {
  const path = join(platform.dataFolder, 'demo-accounts.json')
  if ((await organisationIds(platform)).length > 0) {
    return { accounts: JSON.parse(await readFile(path, 'utf8')) as DemoAccounts, played: null }
  }
  const until = platform.clock.now()
  const start = dayBefore(until, historyDays)
  const clock = movableClock(start)
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
  const { cast, plan } = await inOrganisation(past, orgId, async (tx) => {
    const people = await castPeople(tx, chance)
    const hash = await hashPassword(password)
    for (const { id } of everyPart(people)) await putPasswordHash(tx, id, hash)
    await createStarterPlan(tx, {
      owner: people.planOwner.name,
      timeZone,
      startDay: start.slice(0, 10),
      authorId: people.planOwner.id,
      publish: { approverId: people.planOwner.id, reason: 'Agreed with the help desk and the MDM team.' },
    })
    const published = await publishedPlan(tx)
    if (!published) throw new Error('The starter plan was not published')
    return { cast: people, plan: published.document }
  })
  const played = await play({ platform: past, orgId, plan, cast, chance, mail: ticketMail }, start, until)
  await forgetOldMail(platform)
  const accounts = { password, accounts: everyPart(cast).map(({ email, part }) => ({ email, part })) }
  await mkdir(platform.dataFolder, { recursive: true })
  await writeFile(path, JSON.stringify(accounts, null, 2), { mode: 0o600 })
  return { accounts, played }
}

function everyPart(cast: Cast): readonly (Player & { readonly part: string })[] {
  const [first, second, third] = cast.tiers
  const parts: readonly (readonly [string, Player | undefined])[] = [
    ['requester', cast.requesters['wave-2'][0]],
    ['tier 1 agent', first?.agents[0]],
    ['tier 1 lead', first?.lead],
    ['tier 2 agent', second?.agents[0]],
    ['tier 3 engineer', third?.agents[0]],
    ['plan owner and rollout manager', cast.planOwner],
    ['administrator', cast.administrator],
    ['auditor', cast.auditor],
  ]
  return parts.flatMap(([part, player]) => (player ? [{ ...player, part }] : []))
}

/** The mails of the demo's past belong to nobody's mailbox: they are not sent now. */
async function forgetOldMail({ owner }: Platform): Promise<void> {
  await owner.query(`select graphile_worker.complete_jobs(array(
    select id from graphile_worker.jobs where task_identifier in ('tickets.notify', 'outbox.deliver')))`)
  await owner.query('delete from outbox')
}

function dayBefore(at: Instant, days: number): Instant {
  const day = new Date(`${at.slice(0, 10)}T05:00:00.000Z`)
  day.setUTCDate(day.getUTCDate() - days)
  return day.toISOString()
}
