import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { ActionPlan, ActionTicket } from '../domain/actions/rights.ts'

/** What devices need of tickets, which stand above them; given by the composition root. */
export type DeviceServices = {
  /** A ticket with what its plan says of device actions; null where there is none. */
  readonly ticketOf: (
    tx: Tx,
    ticketId: string,
  ) => Promise<{ readonly ticket: ActionTicket; readonly plan: ActionPlan } | null>
  /** Writes an internal note in the name of whoever asked. False where the ticket takes none any more. */
  readonly note: (
    platform: Platform,
    tx: Tx,
    actor: PersonActor,
    note: { readonly ticketId: string; readonly text: string; readonly files: readonly string[] },
  ) => Promise<boolean>
}
