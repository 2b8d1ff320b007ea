import type { Handlers } from '#platform/http/contract-types.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { causeRoutes } from '../contract/causes.ts'
import type { shiftLeftRoutes } from '../contract/shift-left.ts'
import type { similarRoutes } from '../contract/similar.ts'
import { answerTo, burstsThatAreLetBe, burstsToAnswer, takeUp } from './burst-answers.ts'
import { causeShown, causesShown } from './cause-views.ts'
import { addToCause, close, makeCause, reopen, takeOut } from './causes.ts'
import { shiftLeftOf } from './shift-left.ts'
import { similarOf } from './similar.ts'

const deciders = ['lead', 'plan-owner', 'administrator'] as const

export const causeHandlers: Handlers<typeof causeRoutes & typeof similarRoutes & typeof shiftLeftRoutes> = {
  'GET /api/v1/triage/tickets/:id/similar': ({ platform, params, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => similarOf(tx, signedIn.actor, params.id)),
  'GET /api/v1/triage/causes': ({ platform, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, async (tx) => ({
      bursts: [...(await burstsToAnswer(tx))],
      letBe: [...(await burstsThatAreLetBe(tx))],
      causes: [...(await causesShown(tx))],
      mayDecide: signedIn.actor.roles.some((role) => deciders.some((one) => one === role)),
    })),
  'GET /api/v1/triage/causes/:id': ({ platform, params, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => causeShown(tx, params.id)),
  'POST /api/v1/triage/causes': ({ platform, body, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => makeCause(tx, signedIn.actor, { ...body, incident: null })),
  'POST /api/v1/triage/causes/:id/tickets': ({ platform, params, body, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => addToCause(tx, signedIn.actor, params.id, body.ticketId)),
  'DELETE /api/v1/triage/causes/:id/tickets/:ticketId': ({ platform, params, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => takeOut(tx, signedIn.actor, params.id, params.ticketId)),
  'POST /api/v1/triage/causes/:id/close': ({ platform, params, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => close(tx, signedIn.actor, params.id)),
  'POST /api/v1/triage/causes/:id/reopen': ({ platform, params, body, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => reopen(tx, signedIn.actor, params.id, body.reason)),
  'POST /api/v1/triage/bursts/:id/answer': ({ platform, params, body, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => answerTo(tx, signedIn.actor, params.id, body)),
  'POST /api/v1/triage/bursts/:id/take-up': ({ platform, params, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => takeUp(tx, params.id)),
  'GET /api/v1/triage/shift-left': ({ platform, query, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => shiftLeftOf(platform, tx, query.wave ?? null)),
}
