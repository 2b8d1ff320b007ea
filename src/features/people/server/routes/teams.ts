import type { Team } from '#features/people/contract/views.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { SignedIn } from '../signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import { findTeams, type TeamRow } from '../store/teams.ts'
import { addTeam, changeTeam, endMembership, removeTeam, setMembership } from '../teams.ts'
import { teamView } from '../views.ts'
import type { SomeHandlers } from './some-handlers.ts'

function viewed(
  platform: Platform,
  { orgId, actor }: SignedIn,
  work: (tx: Tx) => Promise<TeamRow>,
): Promise<Team> {
  return inOrganisation(platform, orgId, async (tx) => teamView(actor, await work(tx)))
}

export function teamRoutes(): SomeHandlers<
  | 'GET /api/v1/teams'
  | 'POST /api/v1/teams'
  | 'PATCH /api/v1/teams/:key'
  | 'DELETE /api/v1/teams/:key'
  | 'PUT /api/v1/teams/:key/members/:id'
  | 'DELETE /api/v1/teams/:key/members/:id'
> {
  return {
    'GET /api/v1/teams': ({ platform, signedIn }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => ({
        teams: (await findTeams(tx)).map((team) => teamView(signedIn.actor, team)),
      })),

    'POST /api/v1/teams': ({ platform, signedIn, body }) =>
      viewed(platform, signedIn, (tx) => addTeam(tx, signedIn.actor, body)),

    'PATCH /api/v1/teams/:key': ({ platform, signedIn, params, body }) =>
      viewed(platform, signedIn, (tx) => changeTeam(tx, signedIn.actor, params.key, body.name)),

    'DELETE /api/v1/teams/:key': ({ platform, signedIn, params }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => removeTeam(tx, signedIn.actor, params.key)),

    'PUT /api/v1/teams/:key/members/:id': ({ platform, signedIn, params, body }) =>
      viewed(platform, signedIn, (tx) =>
        setMembership(tx, signedIn.actor, { team: params.key, personId: params.id, isLead: body.isLead }),
      ),

    'DELETE /api/v1/teams/:key/members/:id': ({ platform, signedIn, params }) =>
      viewed(platform, signedIn, (tx) => endMembership(tx, signedIn.actor, params.key, params.id)),
  }
}
