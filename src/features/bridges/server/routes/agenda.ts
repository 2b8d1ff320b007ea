import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { agendaRoutes as contract } from '../../contract/agenda.ts'
import { agendasOfTicket } from '../agendas-of-ticket.ts'
import { addItem, changeItem, refreshNow, removeItem } from '../arrange.ts'
import { agendaOf } from '../store/agenda.ts'
import { itemViews } from '../views.ts'

export function agendaRoutes(): Handlers<typeof contract> {
  return {
    'POST /api/v1/bridges/meetings/:id/agenda': ({ platform, signedIn, params, body }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => {
        const { language } = signedIn
        await addItem(tx, signedIn.actor, params.id, {
          ...body,
          reason: ({ name }) => platform.translate(language, 'bridges:agenda.added', { name: name[language] }),
        })
        return agenda(tx, params.id)
      }),
    'PATCH /api/v1/bridges/meetings/:id/agenda/:itemId': ({ platform, signedIn, params, body }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => {
        await changeItem(tx, signedIn.actor, params, body)
        return agenda(tx, params.id)
      }),
    'DELETE /api/v1/bridges/meetings/:id/agenda/:itemId': ({ platform, signedIn, params }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => {
        await removeItem(tx, signedIn.actor, params)
        return agenda(tx, params.id)
      }),
    'POST /api/v1/bridges/meetings/:id/agenda/refresh': ({ platform, signedIn, params }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => {
        await refreshNow(tx, signedIn.actor, params.id)
        return agenda(tx, params.id)
      }),
    'GET /api/v1/bridges/tickets/:ticketId': ({ platform, signedIn, params }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => agendasOfTicket(tx, signedIn.actor, params.ticketId)),
  }
}

async function agenda(tx: Tx, id: string) {
  return { agenda: await itemViews(tx, await agendaOf(tx, id)) }
}
