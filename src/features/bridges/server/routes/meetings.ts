import { publishedPlan } from '#features/plan/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { meetingRoutes as contract } from '../../contract/meetings.ts'
import { callBridge } from '../call.ts'
import { cancelMeeting, linkMeeting, moveMeeting } from '../change-meeting.ts'
import { meetingDetail, overview } from '../overview.ts'
import { answer } from '../propose.ts'
import type { BridgeServices } from '../services.ts'
import { resumeBridge, stopBridge } from '../stop-bridge.ts'
import { heldMeetings } from '../store/meetings.ts'
import { meetingViewOf, meetingViews } from '../views.ts'

export function meetingRoutes(services: BridgeServices): Handlers<typeof contract> {
  return {
    'GET /api/v1/bridges': ({ platform, signedIn }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => overview(tx, signedIn.actor)),
    'GET /api/v1/bridges/meetings': ({ platform, signedIn, query }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => ({
        meetings: [...(await meetingViews(tx, await heldMeetings(tx, query)))],
      })),
    'GET /api/v1/bridges/meetings/:id': ({ platform, signedIn, params }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => meetingDetail(tx, signedIn.actor, params.id)),
    'POST /api/v1/bridges/meetings': ({ platform, signedIn, body }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => {
        const meetingLink = body.meetingLink ?? (await usualLink(tx))
        const call = { ...body, reason: 'person', words: body.reason, meetingLink } as const
        return meetingViewOf(tx, await callBridge(platform, tx, services, signedIn.actor, call))
      }),
    'POST /api/v1/bridges/meetings/:id/move': ({ platform, signedIn, params, body }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => {
        const seen = { ...body, id: params.id }
        return meetingViewOf(tx, await moveMeeting(platform, tx, services, signedIn.actor, seen))
      }),
    'POST /api/v1/bridges/meetings/:id/link': ({ platform, signedIn, params, body }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => {
        const seen = { ...body, id: params.id }
        return meetingViewOf(tx, await linkMeeting(platform, tx, services, signedIn.actor, seen))
      }),
    'POST /api/v1/bridges/meetings/:id/cancel': ({ platform, signedIn, params, body }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => {
        const seen = { ...body, id: params.id }
        return meetingViewOf(tx, await cancelMeeting(platform, tx, services, signedIn.actor, seen))
      }),
    'POST /api/v1/bridges/proposals/:id/answer': ({ platform, signedIn, params, body }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => {
        const given = { ...body, id: params.id }
        const meeting = await answer(platform, tx, services, signedIn.actor, given)
        return { meeting: meeting && (await meetingViewOf(tx, meeting)) }
      }),
    'POST /api/v1/bridges/standing/:key/stop': ({ platform, signedIn, params, body }) =>
      inOrganisation(platform, signedIn.orgId, (tx) =>
        stopBridge(platform, tx, services, signedIn.actor, { key: params.key, reason: body.reason }),
      ),
    'POST /api/v1/bridges/standing/:key/resume': ({ platform, signedIn, params }) =>
      inOrganisation(platform, signedIn.orgId, (tx) =>
        resumeBridge(platform, tx, services, signedIn.actor, params.key),
      ),
  }
}

/** Where the standing bridges meet, so that an ad hoc one does too. */
async function usualLink(tx: Tx): Promise<string | null> {
  const plan = await publishedPlan(tx)
  return plan?.document.involvement.bridges.find(({ meetingLink }) => meetingLink !== null)?.meetingLink ?? null
}
