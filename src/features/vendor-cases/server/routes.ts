import type { FastifyInstance, FastifyReply } from 'fastify'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import { openBlob } from '#platform/files/blobs.ts'
import { attachmentHeader } from '#platform/files/file-name.ts'
import { fileById, type StoredFile } from '#platform/files/files.ts'
import { serve } from '#platform/http/serve.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import { vendorCaseContract } from '../contract.ts'
import { keptPacket, makeAndKeep } from './make-packet.ts'
import { openCase, previewCase, ticketCases } from './open-case.ts'
import { findCase, listCases } from './store/cases.ts'
import { mailsOf } from './store/letters.ts'
import {
  acceptSender,
  changeDetails,
  changePacket,
  closeCase,
  lookAtMail,
  setNext,
  takeAnswer,
  writeToVendor,
} from './tend.ts'
import { caseLines, caseView } from './views.ts'

export function vendorCaseRoutes(app: FastifyInstance): void {
  const { platform } = app
  const within = <Value>({ orgId }: SignedIn, work: (tx: Tx) => Promise<Value>) =>
    inOrganisation(platform, orgId, work)
  const show = async (tx: Tx, { actor }: SignedIn, id: string) => {
    const row = await findCase(tx, id)
    if (row === null) throw new NotFound('vendor case')
    return caseView(platform, tx, actor, row)
  }
  /** Does something to a case, and shows it as it then is. */
  const shownAfter = (signedIn: SignedIn, id: string, work: (tx: Tx) => Promise<void>) =>
    within(signedIn, async (tx) => {
      await work(tx)
      return show(tx, signedIn, id)
    })
  const send = (reply: FastifyReply, file: StoredFile, type: string) =>
    reply
      .header('content-disposition', attachmentHeader('attachment', file.name))
      .header('content-length', file.size)
      .header('cache-control', 'private, no-cache')
      .type(type)
      .send(openBlob(platform, file.sha256))

  serve(app, vendorCaseContract, {
    'GET /api/v1/vendor-cases': ({ query, signedIn }) =>
      within(signedIn, async (tx) => ({ cases: await caseLines(tx, await listCases(tx, query.state)) })),
    'GET /api/v1/vendor-cases/tickets/:ticketId': ({ params, signedIn }) =>
      within(signedIn, (tx) => ticketCases(tx, signedIn.actor, params.ticketId)),
    'POST /api/v1/vendor-cases/tickets/:ticketId/preview': ({ params, body, signedIn }) =>
      within(signedIn, (tx) => previewCase(platform, tx, signedIn.actor, params.ticketId, body)),
    'POST /api/v1/vendor-cases/tickets/:ticketId': ({ params, body, signedIn }) =>
      within(signedIn, async (tx) =>
        show(tx, signedIn, await openCase(platform, tx, signedIn.actor, params.ticketId, body)),
      ),
    'GET /api/v1/vendor-cases/:id': ({ params, signedIn }) =>
      within(signedIn, (tx) => show(tx, signedIn, params.id)),
    'PUT /api/v1/vendor-cases/:id/details': ({ params, body, signedIn }) =>
      shownAfter(signedIn, params.id, (tx) => changeDetails(tx, signedIn.actor, params.id, body)),
    'PUT /api/v1/vendor-cases/:id/next': ({ params, body, signedIn }) =>
      shownAfter(signedIn, params.id, (tx) => setNext(tx, signedIn.actor, params.id, body)),
    'PUT /api/v1/vendor-cases/:id/packet': ({ params, body, signedIn }) =>
      shownAfter(signedIn, params.id, (tx) => changePacket(tx, signedIn.actor, params.id, body)),
    'POST /api/v1/vendor-cases/:id/packets': ({ params, body, signedIn }) =>
      makeAndKeep(platform, signedIn, params.id, body.form),
    'GET /api/v1/vendor-cases/:id/packets/:packetId': async ({ params, signedIn, reply }) => {
      const { file, type } = await keptPacket(platform, signedIn, params.id, params.packetId)
      return send(reply, file, type)
    },
    'POST /api/v1/vendor-cases/:id/mails': ({ params, body, signedIn }) =>
      shownAfter(signedIn, params.id, (tx) => writeToVendor(platform, tx, signedIn.actor, params.id, body.text)),
    'POST /api/v1/vendor-cases/:id/mails/preview': ({ params, body, signedIn }) =>
      within(signedIn, (tx) => lookAtMail(tx, signedIn.actor, params.id, body.text)),
    'POST /api/v1/vendor-cases/:id/addresses': ({ params, body, signedIn }) =>
      shownAfter(signedIn, params.id, (tx) => acceptSender(tx, signedIn.actor, params.id, body.address)),
    'GET /api/v1/vendor-cases/:id/files/:fileId': async ({ params, signedIn, reply }) => {
      const file = await within(signedIn, async (tx) => {
        const brought = (await mailsOf(tx, params.id)).some(({ files }) => files.includes(params.fileId))
        return brought ? fileById(tx, params.fileId) : undefined
      })
      if (!file) throw new NotFound('file')
      return send(reply, file, 'application/octet-stream')
    },
    'POST /api/v1/vendor-cases/:id/answered': ({ params, body, signedIn }) =>
      shownAfter(signedIn, params.id, (tx) => takeAnswer(tx, signedIn.actor, params.id, body)),
    'POST /api/v1/vendor-cases/:id/close': ({ params, signedIn }) =>
      shownAfter(signedIn, params.id, (tx) => closeCase(tx, signedIn.actor, params.id)),
  })
}
