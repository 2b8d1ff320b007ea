import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import type { actionRoutes } from '../../contract/actions.ts'
import type { DeviceActionAsked } from '../../domain/actions/action.ts'
import type { DeviceServices } from '../services.ts'
import { actionsBefore, actionsOfTicket } from '../store/device-actions.ts'
import { actingOn, agree, askForAction, decline, withdraw } from './ask.ts'
import { lookAtLocation } from './location.ts'
import { actionViews, allowedActions, loggedActions } from './views.ts'

type Caller = { readonly platform: Platform; readonly signedIn: SignedIn }

export function actionHandlers(services: DeviceServices): Handlers<typeof actionRoutes> {
  const inTheirs = <Value>({ platform, signedIn }: Caller, work: (tx: Tx) => Promise<Value>) =>
    inOrganisation(platform, signedIn.orgId, work)
  const shown = (call: Caller, change: (tx: Tx, personId: string) => Promise<DeviceActionAsked>) =>
    inTheirs(call, async (tx) => {
      const { personId } = call.signedIn
      const after = await change(tx, personId)
      const acting = await actingOn(tx, services, personId, after.subject)
      const [view] = await actionViews(tx, [after], { personId, acting })
      if (!view) throw new Error('An action was given and none came out')
      return view
    })

  return {
    'GET /api/v1/devices/tickets/:ticketId/actions': (call) =>
      inTheirs(call, async (tx) => {
        const { personId } = call.signedIn
        const acting = await actingOn(tx, services, personId, call.params.ticketId)
        const actions = await actionsOfTicket(tx, call.params.ticketId)
        return { allowed: allowedActions(acting), actions: await actionViews(tx, actions, { personId, acting }) }
      }),

    'POST /api/v1/devices/tickets/:ticketId/actions': (call) =>
      shown(call, (tx, personId) =>
        askForAction(call.platform, tx, services, personId, call.params.ticketId, call.body),
      ),

    'POST /api/v1/devices/actions/:id/agree': (call) =>
      shown(call, (tx, personId) => agree(call.platform, tx, services, personId, call.params.id)),

    'POST /api/v1/devices/actions/:id/decline': (call) =>
      shown(call, (tx, personId) =>
        decline(call.platform, tx, services, personId, call.params.id, call.body.reason),
      ),

    'POST /api/v1/devices/actions/:id/withdraw': (call) =>
      shown(call, (tx, personId) => withdraw(call.platform, tx, services, personId, call.params.id)),

    'POST /api/v1/devices/actions/:id/location': (call) =>
      inTheirs(call, (tx) => lookAtLocation(call.platform, tx, call.signedIn.personId, call.params.id)),

    'GET /api/v1/devices/actions': (call) =>
      inTheirs(call, async (tx) => {
        const actions = await actionsBefore(tx, call.query.before, call.query.limit)
        return { actions: await loggedActions(tx, actions, call.signedIn.personId) }
      }),
  }
}
