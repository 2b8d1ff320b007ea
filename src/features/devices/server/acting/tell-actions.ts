import type { Tx } from '#platform/database/transaction.ts'
import { announce } from '#platform/live/announce.ts'
import type { DeviceActionAsked } from '../../domain/actions/action.ts'
import { contextReaders } from '../../domain/readers.ts'

/** Pages that show this ticket's devices read again. */
export function tellActions(tx: Tx, { subject }: Pick<DeviceActionAsked, 'subject'>): Promise<void> {
  return announce(tx, { topic: 'device-actions', subject, audience: { roles: contextReaders } })
}
