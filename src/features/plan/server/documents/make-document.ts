import { inOrganisation } from '#platform/database/transaction.ts'
import { storeBlob } from '#platform/files/blobs.ts'
import { addFile, keepFiles } from '#platform/files/files.ts'
import type { JobPayload, JobTry } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import type { DocumentFailure } from '../../domain/versions/documents.ts'
import { findVersion } from '../store.ts'
import { DocumentFailed } from '#integrations/documents/apart/make-apart.ts'
import { aboutVersion, asOf, tellReaders } from './documents.ts'
import { planDocument } from './plan-document.ts'
import { findDocument, updateDocument } from './store.ts'

export type DocumentPayload = JobPayload & { readonly documentId: string }

/**
 * Makes the file outside any transaction, then enters it. What changed meanwhile wins: of a draft that was saved again or
 * thrown away nothing is kept. What goes wrong on the last try is told to whoever waits.
 */
export async function makeDocument(
  platform: Platform,
  { orgId, documentId }: DocumentPayload,
  { isLast }: JobTry,
): Promise<void> {
  const work = await inOrganisation(platform, orgId, async (tx) => {
    const document = await findDocument(tx, documentId)
    if (document?.state !== 'making') return null
    const version = await findVersion(tx, document.versionId)
    if (!version || asOf(version) !== document.asOf) return null
    return { document, version, about: await aboutVersion(tx, version) }
  })
  if (!work) return
  const { document, version, about } = work
  const { language, format } = document
  try {
    const made = await planDocument(version.document, { ...about, language, format })
    const blob = await storeBlob(platform, typeof made === 'string' ? Buffer.from(made) : made)
    await inOrganisation(platform, orgId, async (tx) => {
      const file = await addFile(tx, blob, { name: `plan.${format}`, ownerId: null })
      const entered = { state: 'made', made_at: tx.now, file_id: file.id, failure: null } as const
      if (!(await updateDocument(tx, documentId, 'making', entered))) return
      await keepFiles(tx, [file.id])
      await tellReaders(tx, version, documentId)
    })
  } catch (error) {
    if (error instanceof DocumentFailed) {
      platform.log.error(
        { err: error, documentId, version: version.number, format },
        'a document could not be made',
      )
      await settle(error.code)
      return
    }
    if (isLast) await settle('document-not-made')
    throw error
  }

  async function settle(failure: DocumentFailure): Promise<void> {
    await inOrganisation(platform, orgId, async (tx) => {
      await updateDocument(tx, documentId, 'making', { state: 'failed', failure })
      await tellReaders(tx, version, documentId)
    })
  }
}
