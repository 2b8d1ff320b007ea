import { refreshContext } from '../context.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { DeviceServices } from '../services.ts'
import { endAction, findAction, logAction } from '../store/device-actions.ts'
import { noteOn } from './note.ts'
import { tellActions } from './tell-actions.ts'

/** It is over: on the ticket, in the log, on the pages; and the device is read again. */
export async function endWith(
  platform: Platform,
  tx: Tx,
  services: DeviceServices,
  id: string,
  state: 'done' | 'failed',
  code: string | null,
  files: readonly string[] = [],
): Promise<void> {
  const before = await findAction(tx, id, { lock: true })
  if (!before || before.endedAt !== null) return
  await endAction(tx, id, state, code)
  await logAction(tx, id, { by: null, what: state, code })
  const after = await findAction(tx, id)
  if (!after) return
  await noteOn(platform, tx, services, after, state, '', files)
  await tellActions(tx, after)
  await refreshContext(tx, after.personId)
}
