import type { z } from 'zod'
import type { Actor } from '#features/people/domain/actor.ts'
import { type PlanInForce, planVersion, publishedPlan } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Conflict, NotFound, Refused } from '#platform/errors.ts'
import type { Migrate, MigrationPage, MigrationQuery, OpenPerVersion } from '../contract/migration.ts'
import { previewMigration } from '../domain/migration.ts'
import { moveTicket } from './actions.ts'
import { readEventsOf } from './store/event-rows.ts'
import { countOpenByVersion, openOnVersion, versionsOf } from './store/by-plan-version.ts'

/** How many open tickets run under each version of the plan. */
export async function openPerVersion(tx: Tx): Promise<z.input<typeof OpenPerVersion>> {
  return { versions: await countOpenByVersion(tx) }
}

/** What moving the open tickets of one version to the version in force would change, a page at a time. */
export async function previewPage(
  tx: Tx,
  { from, to, after, limit }: z.infer<typeof MigrationQuery>,
): Promise<MigrationPage> {
  const [before, target] = await versions(tx, from, to)
  const rows = await openOnVersion(tx, from, after, limit + 1)
  const page = rows.slice(0, limit)
  const events = await readEventsOf(
    tx,
    page.map(({ ticket }) => ticket.id),
  )
  return {
    fromNumber: before.number,
    toNumber: target.number,
    next: rows.length > limit ? (page.at(-1)?.number ?? null) : null,
    tickets: page.map(({ ticket, number }) => {
      const told = events.get(ticket.id) ?? []
      const preview = previewMigration(before.document, target.document, ticket, told, tx.now)
      const { id, version, subject } = ticket
      return {
        ...{ id, number, version, subject, priority: preview.priority },
        obstacles: preview.obstacles.map((one) => ({ ...one })),
        targets: preview.targets.map((one) => ({ ...one })),
        closes: preview.closes,
        lacking: [...preview.lacking],
      }
    }),
  }
}

/** Moves all of them or none. Refused when any has moved on since it was previewed: what was approved is what was read. */
export async function migrateTickets(
  tx: Tx,
  actor: Actor,
  { from, to, reason, tickets }: Migrate,
): Promise<{ readonly moved: number }> {
  await versions(tx, from, to)
  const current = await versionsOf(
    tx,
    tickets.map(({ id }) => id),
  )
  const stale = tickets.flatMap(({ id, version }) => {
    const found = current.get(id)
    if (!found) throw new NotFound('ticket')
    return found.version === version && found.planVersionId === from ? [] : [found.number]
  })
  if (stale.length > 0) throw new Conflict('preview-is-stale', { numbers: stale })
  // In one order, so that two people who do this at once do not wait for each other for ever.
  for (const { id, version } of tickets.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const move = { move: 'migrate', planVersionId: to, reason } as const
    await moveTicket(tx, actor, { ticketId: id, move, seenVersion: version })
  }
  return { moved: tickets.length }
}

async function versions(tx: Tx, from: string, to: string): Promise<readonly [PlanInForce, PlanInForce]> {
  const [before, inForce] = [await planVersion(tx, from), await publishedPlan(tx)]
  if (inForce?.id !== to) throw new Refused({ code: 'plan-version-not-in-force' })
  return [before, inForce]
}
