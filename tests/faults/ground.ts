import { newApiToken } from '#features/people/server/tokens.ts'
import { insertApiToken } from '#features/people/server/store/sign-ins.ts'
import { systemClock } from '#platform/clock.ts'
import { newId } from '#platform/database/id.ts'
import { openDatabase } from '#platform/database/connect.ts'
import { startEmbeddedDatabase } from '#platform/database/embedded/supervisor.ts'
import { migrate } from '#platform/database/migrate.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Logger } from '#platform/log.ts'
import { type PersonName, testDesk } from '../support/test-desk.ts'

export type Ground = { readonly orgId: string; readonly tokens: Readonly<Record<PersonName, string>> }

/** A desk with an API token for everybody. `hurried`: its targets run out within a minute, day and night. */
export async function prepareGround(
  dataFolder: string,
  log: Logger,
  { hurried: isHurried }: { readonly hurried: boolean },
): Promise<Ground> {
  const server = await startEmbeddedDatabase({ dataFolder, log, onLost: () => {} })
  try {
    await migrate(server.url, log)
    const database = openDatabase(server.url, { log })
    try {
      const platform = { database, clock: systemClock, baseUrl: 'http://localhost' }
      const desk = await testDesk(platform, isHurried ? { change: hurried } : {})
      const tokens: Partial<Record<PersonName, string>> = {}
      for (const [name, { id }] of Object.entries(desk.people) as [PersonName, { id: string }][]) {
        const token = newApiToken(desk.orgId)
        await desk.within((tx) =>
          insertApiToken(tx, {
            id: newId(),
            personId: id,
            name: 'faults',
            tokenHash: token.hash,
            expiresAt: new Date(Date.parse(tx.now) + 86_400_000).toISOString(),
          }),
        )
        tokens[name] = token.text
      }
      return { orgId: desk.orgId, tokens: tokens as Ground['tokens'] }
    } finally {
      await database.destroy()
    }
  } finally {
    await server.stop()
  }
}

function hurried(plan: SupportPlan): SupportPlan {
  const minute = { acknowledgeMinutes: 1, workMinutes: 1, takeNoteMinutes: 1 }
  const overall = { contactMinutes: 1, resolveMinutes: 2 }
  const always = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' }))
  return {
    ...plan,
    teams: {
      ...plan.teams,
      supportHours: plan.teams.supportHours.map((hours) => ({
        ...hours,
        weekly: always,
        holidays: { country: null, publicDays: [], closed: [], open: [] },
      })),
      tiers: plan.teams.tiers.map((tier) => ({
        ...tier,
        targets: { 1: minute, 2: minute, 3: minute, 4: minute },
      })),
    },
    process: {
      ...plan.process,
      warnAtPercent: 20,
      targets: { 1: overall, 2: overall, 3: overall, 4: overall },
    },
  }
}
