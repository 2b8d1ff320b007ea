import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { inOrganisation, type Tx } from '../database/transaction.ts'
import { InvalidInput, NotFound } from '../errors.ts'
import { largestUpload } from '../http/app.ts'
import { idempotencyKey } from '../http/idempotency-key.ts'
import { serve } from '../http/serve.ts'
import type { SignedIn } from '../http/signed-in.ts'
import { underKey } from '../idempotency/under-key.ts'
import type { Platform } from '../platform.ts'
import { type Blob, openBlob, storeBlob } from './blobs.ts'
import { FileView, filesContract } from './contract.ts'
import { attachmentHeader } from './file-name.ts'
import { addFile, fileById, type StoredFile } from './files.ts'
import { isSafePicture } from './type-by-content.ts'

/** Whether a person may read a file because of what a feature uses it for. */
export type MayReadFile = (tx: Tx, signedIn: SignedIn, file: StoredFile) => Promise<boolean>

/** Serves uploads and downloads. A file is for its owner and for whoever one of `readers` lets in. */
export function serveFiles(app: FastifyInstance, readers: readonly MayReadFile[]): void {
  serve(app, filesContract, {
    'POST /api/v1/files': async ({ httpRequest, signedIn, platform }) => {
      const { blob, name } = await receive(platform, httpRequest)
      return enter(platform, httpRequest, signedIn, blob, name)
    },

    'GET /api/v1/files/:id': async ({ params, query, signedIn, platform, reply }) => {
      const file = await inOrganisation(platform, signedIn.orgId, (tx) =>
        readable(tx, signedIn, params.id, readers),
      )
      const shown = query.show && isSafePicture(file.type)
      return reply
        .header('content-disposition', attachmentHeader(shown ? 'inline' : 'attachment', file.name))
        .header('content-length', file.size)
        .header('cache-control', 'private, no-cache')
        .header('etag', `"${file.sha256}"`)
        .type(isSafePicture(file.type) ? file.type : 'application/octet-stream')
        .send(openBlob(platform, file.sha256))
    },
  })
}

async function receive(platform: Platform, httpRequest: FastifyRequest): Promise<{ blob: Blob; name: string }> {
  if (!httpRequest.isMultipart()) throw wrongFile('file-missing')
  const part = await httpRequest.file()
  if (!part || part.fieldname !== 'file') throw wrongFile('file-missing')
  const blob = await storeBlob(platform, part.file as AsyncIterable<Uint8Array>)
  if (part.file.truncated) throw wrongFile('file-too-large', { megabytes: largestUpload / 1024 / 1024 })
  if (blob.size === 0) throw wrongFile('file-empty')
  return { blob, name: part.filename }
}

function wrongFile(code: string, values: Readonly<Record<string, unknown>> = {}): InvalidInput {
  return new InvalidInput([{ ...values, path: 'file', code }])
}

/** The bytes lie on the disk; the row is what counts, and is made once per key. */
async function enter(
  platform: Platform,
  httpRequest: FastifyRequest,
  { orgId, personId }: SignedIn,
  blob: Blob,
  name: string,
): Promise<z.infer<typeof FileView>> {
  const add = () => inOrganisation(platform, orgId, (tx) => addFile(tx, blob, { name, ownerId: personId }))
  const key = idempotencyKey(httpRequest)
  if (key === null) return add()
  const fingerprint = createHash('sha256').update(`upload ${blob.sha256} ${name}`).digest()
  const answer = await underKey(platform, { orgId, personId, key, fingerprint }, async () => ({
    status: 201,
    contentType: null,
    body: JSON.stringify(FileView.parse(await add())),
  }))
  return FileView.parse(JSON.parse(answer.body ?? 'null'))
}

async function readable(
  tx: Tx,
  signedIn: SignedIn,
  id: string,
  readers: readonly MayReadFile[],
): Promise<StoredFile> {
  const file = await fileById(tx, id)
  if (!file) throw new NotFound('There is no such file')
  if (file.ownerId === signedIn.personId) return file
  for (const mayRead of readers) if (await mayRead(tx, signedIn, file)) return file
  throw new NotFound('Not for this person')
}
