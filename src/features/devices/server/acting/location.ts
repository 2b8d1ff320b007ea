import { z } from 'zod'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import { secretsOf } from '#platform/secrets.ts'
import { findAction, logAction, sealedLocation } from '../store/device-actions.ts'

/** A place can only be opened for the action it was found by. */
export const locationContext = (id: string): string => `device-action ${id} location`

const Location = z.object({
  latitude: z.number(),
  longitude: z.number(),
  at: z.string().nullable(),
  accuracyM: z.number().nullable(),
})

/** Where the device was found: for who asked alone, and every look is logged. */
export async function lookAtLocation(platform: Platform, tx: Tx, personId: string, id: string) {
  const asked = await findAction(tx, id)
  if (!asked) throw new NotFound('action')
  if (asked.askedBy !== personId) throw new Refused({ code: 'only-the-asker' })
  const sealed = await sealedLocation(tx, id)
  if (sealed === null) throw new Refused({ code: 'no-location' })
  await logAction(tx, id, { by: personId, what: 'looked' })
  const opened = (await secretsOf(platform.dataFolder)).open(sealed, locationContext(id))
  const { latitude, longitude, at, accuracyM } = Location.parse(JSON.parse(opened))
  return { latitude, longitude, at, accuracy: accuracyM }
}
