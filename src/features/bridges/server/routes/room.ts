import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import type { roomRoutes } from '../../contract/room.ts'
import * as course from '../room/course.ts'
import { carryOut, endTask, giveTask, recordDecision } from '../room/decided.ts'
import { moveInRoom } from '../room/moves.ts'
import { comeOrStay, leave } from '../room/presence.ts'
import { decisionViews, roomView, sharedRoomView, taskViews } from '../room/view.ts'
import type { BridgeServices } from '../services.ts'
import { openDecisions, openTasks } from '../store/decided.ts'

export function roomHandlers(platform: Platform, services: BridgeServices): Handlers<typeof roomRoutes> {
  const within = <Value>({ orgId }: SignedIn, work: (tx: Tx) => Promise<Value>) =>
    inOrganisation(platform, orgId, work)
  /** Does something in the room, and answers with the room as it then is. */
  const inRoom = (signedIn: SignedIn, id: string, work: (tx: Tx) => Promise<unknown>) =>
    within(signedIn, async (tx) => {
      await work(tx)
      return roomView(tx, id)
    })

  return {
    'GET /api/v1/bridges/meetings/:id/room': ({ params, signedIn }) =>
      within(signedIn, (tx) => sharedRoomView(tx, params.id)),
    'PUT /api/v1/bridges/meetings/:id/presence': ({ params, signedIn }) =>
      within(signedIn, (tx) => comeOrStay(tx, signedIn.actor, params.id)),
    'DELETE /api/v1/bridges/meetings/:id/presence': ({ params, signedIn }) =>
      within(signedIn, (tx) => leave(tx, signedIn.actor, params.id)),
    'POST /api/v1/bridges/meetings/:id/begin': ({ params: { id }, signedIn }) =>
      inRoom(signedIn, id, (tx) => course.begin(tx, signedIn.actor, id)),
    'POST /api/v1/bridges/meetings/:id/end': ({ params: { id }, signedIn }) =>
      inRoom(signedIn, id, (tx) => course.end(tx, signedIn.actor, id)),
    'POST /api/v1/bridges/meetings/:id/table': ({ params: { id }, body, signedIn }) =>
      inRoom(signedIn, id, (tx) => course.turnTable(tx, signedIn.actor, id, body)),
    'POST /api/v1/bridges/meetings/:id/role': ({ params: { id }, body, signedIn }) =>
      inRoom(signedIn, id, (tx) => course.takeRole(tx, signedIn.actor, id, body.role)),
    'POST /api/v1/bridges/meetings/:id/without-quorum': ({ params: { id }, body, signedIn }) =>
      inRoom(signedIn, id, (tx) => course.goWithoutQuorum(tx, signedIn.actor, id, body.reason)),
    'POST /api/v1/bridges/meetings/:id/tickets/:ticketId/moves': ({ params, body, signedIn }) =>
      within(signedIn, (tx) =>
        moveInRoom(tx, signedIn.actor, params.id, {
          ticketId: params.ticketId,
          move: body.move,
          seenVersion: body.version ?? null,
          source: signedIn.by === 'api-token' ? 'api' : 'portal',
        }),
      ),
    'POST /api/v1/bridges/meetings/:id/tasks': ({ params: { id }, body, signedIn }) =>
      inRoom(signedIn, id, (tx) => giveTask(platform, services, tx, signedIn.actor, id, body)),
    'POST /api/v1/bridges/meetings/:id/decisions': ({ params: { id }, body, signedIn }) =>
      inRoom(signedIn, id, (tx) => recordDecision(tx, signedIn.actor, id, body)),
    'GET /api/v1/bridges/tasks': ({ query, signedIn }) =>
      within(signedIn, async (tx) => ({
        tasks: await taskViews(tx, await openTasks(tx, query.mine ? signedIn.personId : null)),
      })),
    'POST /api/v1/bridges/tasks/:id/done': ({ params, body, signedIn }) =>
      within(signedIn, async (tx) =>
        first(await taskViews(tx, [await endTask(tx, signedIn.actor, params.id, body.dropped)])),
      ),
    'GET /api/v1/bridges/decisions': ({ query, signedIn }) =>
      within(signedIn, async (tx) => ({
        decisions: await decisionViews(tx, await openDecisions(tx, query.kind ?? null)),
      })),
    'POST /api/v1/bridges/decisions/:id/carried-out': ({ params, signedIn }) =>
      within(signedIn, async (tx) =>
        first(await decisionViews(tx, [await carryOut(tx, signedIn.actor, params.id)])),
      ),
  }
}

function first<Value>([one]: readonly Value[]): Value {
  if (one === undefined) throw new Error('One was shown and none came out')
  return one
}
