import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { attachmentHeader, cleanFileName } from '#platform/files/file-name.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import type { lineageRoutes as contract } from '../../contract/lineage.ts'
import { makeCertificatePdf } from '../certificate-pdf.ts'
import { readCertificate, revokeCertificate } from '../certificates.ts'
import { lineageView } from '../lineage.ts'

type Caller = { readonly platform: Platform; readonly signedIn: SignedIn }

const inTheirs = <Value>({ platform, signedIn }: Caller, work: (tx: Tx) => Promise<Value>) =>
  inOrganisation(platform, signedIn.orgId, work)

export const lineageHandlers: Handlers<typeof contract> = {
  'GET /api/v1/training/lineage': (call) => inTheirs(call, lineageView),
  'GET /api/v1/training/certificates/:number': (call) =>
    inTheirs(call, (tx) => readCertificate(tx, call.signedIn.actor, call.params.number)),
  'GET /api/v1/training/certificates/:number/pdf': async ({ platform, signedIn, params, reply }) => {
    const { bytes, name } = await makeCertificatePdf(platform, signedIn, params.number)
    return reply
      .header('content-disposition', attachmentHeader('attachment', cleanFileName(name)))
      .header('cache-control', 'private, no-store')
      .type('application/pdf')
      .send(Buffer.from(bytes))
  },
  'POST /api/v1/training/certificates/:number/revoke': (call) =>
    inTheirs(call, (tx) =>
      revokeCertificate(call.platform, tx, call.signedIn.actor, call.params.number, call.body.reason),
    ),
}
