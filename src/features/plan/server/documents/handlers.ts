import { inOrganisation } from '#platform/database/transaction.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import { openBlob } from '#platform/files/blobs.ts'
import { attachmentHeader, cleanFileName } from '#platform/files/file-name.ts'
import { fileById } from '#platform/files/files.ts'
import { NotFound } from '#platform/errors.ts'
import type { planContract } from '../../contract.ts'
import { documentTypes } from '../../domain/versions/documents.ts'
import { askDocument, documentsOf, madeDocument } from './documents.ts'
import { policyOfDocument } from './html/html-document.ts'

type Documents = Pick<
  Handlers<typeof planContract>,
  | 'GET /api/v1/plan/versions/:number/documents'
  | 'POST /api/v1/plan/versions/:number/documents'
  | 'GET /api/v1/plan/documents/:id'
>

export const documentHandlers: Documents = {
  'GET /api/v1/plan/versions/:number/documents': async ({ platform, signedIn, params }) => ({
    documents: [
      ...(await inOrganisation(platform, signedIn.orgId, (tx) => documentsOf(tx, signedIn, params.number))),
    ],
  }),
  'POST /api/v1/plan/versions/:number/documents': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => askDocument(tx, signedIn, params.number, body)),
  'GET /api/v1/plan/documents/:id': async ({ platform, signedIn, params, query, reply }) => {
    const { document, file, name } = await inOrganisation(platform, signedIn.orgId, async (tx) => {
      const made = await madeDocument(tx, signedIn, params.id)
      const stored = await fileById(tx, made.fileId)
      if (!stored) throw new NotFound('The file of the document is gone')
      return { ...made, file: stored }
    })
    const shown = query.show && document.format === 'html'
    if (shown) reply.header('content-security-policy', policyOfDocument)
    return reply
      .header('content-disposition', attachmentHeader(shown ? 'inline' : 'attachment', cleanFileName(name)))
      .header('content-length', file.size)
      .header('cache-control', 'private, no-cache')
      .header('etag', `"${file.sha256}"`)
      .type(documentTypes[document.format])
      .send(openBlob(platform, file.sha256))
  },
}
