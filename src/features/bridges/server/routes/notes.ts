import { inOrganisation } from '#platform/database/transaction.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { Platform } from '#platform/platform.ts'
import type { noteRoutes } from '../../contract/notes.ts'
import { addToNotes, notesSince } from '../notes.ts'

export function noteHandlers(platform: Platform): Handlers<typeof noteRoutes> {
  return {
    'GET /api/v1/bridges/meetings/:id/notes': ({ params, query, signedIn }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => notesSince(tx, params.id, query.after)),
    'POST /api/v1/bridges/meetings/:id/notes': ({ params, body, signedIn }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => addToNotes(tx, signedIn.actor, params.id, body)),
  }
}
