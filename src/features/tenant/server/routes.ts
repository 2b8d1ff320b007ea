import type { FastifyInstance } from 'fastify'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { serve } from '#platform/http/serve.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import { tenantContract } from '../contract.ts'
import { checks } from '../domain/checks.ts'
import { runChecks } from './checks/run-checks.ts'
import { channelView, dropChannel, mostChannels, saveChannel, tryChannel } from './channels/channels.ts'
import { canBePrivate, connectTenant, disconnectTenant, refusedSignIn } from './connection/connect.ts'
import { directoryHandlers } from './directory/directory-routes.ts'
import { askForCheck } from './jobs.ts'
import { listChannels } from './store/channels.ts'
import { tenantView } from './views.ts'

type Caller = { readonly platform: Platform; readonly signedIn: SignedIn }

export function tenantRoutes(app: FastifyInstance): void {
  const inTheirs = <Value>({ platform, signedIn }: Caller, work: (tx: Tx) => Promise<Value>) =>
    inOrganisation(platform, signedIn.orgId, work)
  const shown = async (call: Caller) => {
    const mayBePrivate = await canBePrivate(call.platform)
    return inTheirs(call, (tx) => tenantView(tx, mayBePrivate))
  }
  serve(app, tenantContract, {
    ...directoryHandlers,

    'GET /api/v1/tenant': shown,

    'PUT /api/v1/tenant': async (call) => {
      const { orgId, actor } = call.signedIn
      const refusal = call.body.keepRefused ? null : await refusedSignIn(call.platform, orgId, call.body)
      if (refusal) throw new Refused(refusal)
      await connectTenant(call.platform, orgId, call.body, actor.personId)
      await inTheirs(call, askForCheck)
      return shown(call)
    },

    'DELETE /api/v1/tenant': (call) => inTheirs(call, (tx) => disconnectTenant(tx, call.signedIn.actor.personId)),

    'POST /api/v1/tenant/check': async (call) => {
      const { key } = call.body
      const only = key === undefined ? null : checks.find((one) => one.key === key)?.key
      if (only === undefined) throw new NotFound('check')
      const { tenant } = await shown(call)
      if (tenant === null) throw new Refused({ code: 'no-tenant' })
      await runChecks(call.platform, call.signedIn.orgId, only)
      return shown(call)
    },

    'GET /api/v1/tenant/channels': (call) =>
      inTheirs(call, async (tx) => ({ channels: (await listChannels(tx)).map(channelView) })),

    'POST /api/v1/tenant/channels': (call) =>
      inTheirs(call, async (tx) => {
        if ((await listChannels(tx)).length >= mostChannels) throw new Refused({ code: 'too-many-channels' })
        return channelView(await saveChannel(call.platform, tx, call.signedIn.actor.personId, null, call.body))
      }),

    'PUT /api/v1/tenant/channels/:id': (call) =>
      inTheirs(call, async (tx) =>
        channelView(await saveChannel(call.platform, tx, call.signedIn.actor.personId, call.params.id, call.body)),
      ),

    'DELETE /api/v1/tenant/channels/:id': (call) =>
      inTheirs(call, (tx) => dropChannel(tx, call.signedIn.actor.personId, call.params.id)),

    'POST /api/v1/tenant/channels/:id/test': (call) =>
      tryChannel(call.platform, call.signedIn.orgId, call.params.id),
  })
}
