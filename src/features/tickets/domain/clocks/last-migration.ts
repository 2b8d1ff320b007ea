import type { FactOf, TicketEvent } from '../events.ts'

export type MigrationEvent = TicketEvent & { readonly fact: FactOf<'migrated'> }

/** When the ticket came to the version of the plan that it runs under; null when it was opened under it. */
export function lastMigration(events: readonly TicketEvent[]): MigrationEvent | null {
  return events.findLast((event): event is MigrationEvent => event.fact.type === 'migrated') ?? null
}
