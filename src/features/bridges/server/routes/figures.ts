import { inOrganisation } from '#platform/database/transaction.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { figureRoutes as contract } from '../../contract/figures.ts'
import { bridgeFigures } from '../figures.ts'

export function figureRoutes(): Handlers<typeof contract> {
  return {
    'GET /api/v1/bridges/figures': ({ platform, signedIn }) =>
      inOrganisation(platform, signedIn.orgId, bridgeFigures),
  }
}
