import { endPractising } from '#features/people/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { practiceContract } from '../../contract/practice.ts'
import { beginExercise, enterPractice, giveUp, nameCause } from '../practice/exercises.ts'
import { practiceExercise, practiceOverview, practiceResult } from '../practice/views.ts'

export const practiceHandlers: Handlers<typeof practiceContract> = {
  'GET /api/v1/training/practice': ({ platform, signedIn }) => practiceOverview(platform, signedIn),

  'POST /api/v1/training/practice/enter': ({ platform, signedIn }) => enterPractice(platform, signedIn),

  'POST /api/v1/training/practice/leave': ({ platform, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => endPractising(tx, signedIn)),

  'POST /api/v1/training/practice/exercises': async ({ platform, signedIn, body }) => ({
    ticketNumber: await beginExercise(platform, signedIn, body),
  }),

  'GET /api/v1/training/practice/tickets/:number': ({ platform, signedIn, params }) =>
    practiceExercise(platform, signedIn, params.number),

  'POST /api/v1/training/practice/exercises/:id/cause': ({ platform, signedIn, params, body }) =>
    nameCause(platform, signedIn, params.id, body.issueId),

  'POST /api/v1/training/practice/exercises/:id/give-up': ({ platform, signedIn, params }) =>
    giveUp(platform, signedIn, params.id),

  'GET /api/v1/training/practice/results/:id': ({ platform, signedIn, params }) =>
    practiceResult(platform, signedIn, params.id),
}
