import { organisationOf } from '#features/people/server/actions.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Language } from '#features/people/domain/person.ts'
import { NotFound } from '#platform/errors.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { announce } from '#platform/live/announce.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { About } from '../../domain/outline/plan-outline.ts'
import { documentEndings, type DocumentFormat } from '../../domain/versions/documents.ts'
import { planEditors, planReaders } from '../../domain/versions/version.ts'
import { findVersion, findVersionByNumber, type VersionRow } from '../store.ts'
import {
  deleteOutdated,
  type DocumentRow,
  findDocument,
  findWanted,
  insertDocument,
  listDocuments,
  teamNames,
  updateDocument,
  versionBefore,
} from './store.ts'

type Reader = Pick<SignedIn, 'personId' | 'roles'>
export type DocumentAsked = { readonly language: Language; readonly format: DocumentFormat }

const isOpen = (version: VersionRow) => version.publishedAt === null
/** Since when the version is what it is. */
export const asOf = (version: VersionRow): Instant =>
  version.publishedAt ?? version.reviewAskedAt ?? version.changedAt

/** Readers see what is or was in force, editors also what is being worked on; for others a draft does not exist. */
function mayRead(version: VersionRow | null, { roles }: Reader): version is VersionRow {
  return version !== null && (!isOpen(version) || planEditors.some((role) => roles.includes(role)))
}

async function readable(tx: Tx, signedIn: Reader, number: number): Promise<VersionRow> {
  const version = await findVersionByNumber(tx, number)
  if (!mayRead(version, signedIn)) throw new NotFound('No such version')
  return version
}

export async function documentsOf(tx: Tx, signedIn: Reader, number: number): Promise<readonly DocumentRow[]> {
  const version = await readable(tx, signedIn, number)
  const documents = await listDocuments(tx, version.id, asOf(version))
  return documents.map((one) =>
    isStuck(tx, one) ? { ...one, state: 'failed', failure: 'document-not-made' } : one,
  )
}

/** The document, begun if nobody asked for it yet, and tried again if it did not come out. */
export async function askDocument(
  tx: Tx,
  signedIn: Reader,
  number: number,
  asked: DocumentAsked,
): Promise<DocumentRow> {
  const version = await readable(tx, signedIn, number)
  const wanted = { versionId: version.id, asOf: asOf(version), ...asked }
  const known = await findWanted(tx, wanted)
  if (known) {
    if (known.state === 'made' || (known.state === 'making' && !isStuck(tx, known))) return known
    const again = { state: 'making', failure: null, asked_at: tx.now, asked_by: signedIn.personId } as const
    await updateDocument(tx, known.id, known.state, again)
    return begin(tx, version, known.id)
  }
  if (isOpen(version)) await deleteOutdated(tx, version.id, wanted.asOf)
  const id = await insertDocument(tx, wanted, signedIn.personId)
  if (id !== null) return begin(tx, version, id)
  const other = await findWanted(tx, wanted)
  if (!other) throw new NotFound('No such document')
  return other
}

/** Its job was given up without a word, as when the program ended in each of its tries. */
function isStuck(tx: Tx, { state, askedAt }: DocumentRow): boolean {
  return state === 'making' && Date.parse(tx.now) - Date.parse(askedAt) > 15 * 60_000
}

async function begin(tx: Tx, version: VersionRow, id: string): Promise<DocumentRow> {
  await enqueue(tx, 'plan.make-document', { documentId: id }, { key: id, maxAttempts: 4 })
  await tellReaders(tx, version, id)
  const row = await findDocument(tx, id)
  if (!row) throw new NotFound('No such document')
  return row
}

export async function tellReaders(tx: Tx, version: VersionRow, documentId: string): Promise<void> {
  await announce(tx, {
    topic: 'plan-document',
    subject: documentId,
    audience: { roles: isOpen(version) ? planEditors : planReaders },
  })
}

export type MadeDocument = { readonly document: DocumentRow; readonly fileId: string; readonly name: string }

export async function madeDocument(tx: Tx, signedIn: Reader, id: string): Promise<MadeDocument> {
  const document = await findDocument(tx, id)
  const version = document && (await findVersion(tx, document.versionId))
  if (!document || !mayRead(version, signedIn)) throw new NotFound('No such document')
  if (document.fileId === null) throw new NotFound('The document is not made yet')
  return { document, fileId: document.fileId, name: fileName(version, document) }
}

/** The plan's name in the document's language, which version it is, and what it is to be opened with. */
function fileName(version: VersionRow, { language, format }: DocumentAsked): string {
  const name = version.document.name[language].trim().slice(0, 120) || 'plan'
  return `${name} v${version.number}.${documentEndings[format]}`
}

/** Everything that goes into a document beside the plan, as it is now. */
export async function aboutVersion(tx: Tx, version: VersionRow): Promise<About> {
  const { name, timeZone } = await organisationOf(tx)
  return {
    organisation: name,
    version: version.number,
    state: isOpen(version) ? (version.state === 'in-review' ? 'in-review' : 'draft') : 'published',
    day: dayIn(timeZone, asOf(version)),
    approver: version.approver?.name ?? null,
    reason: version.reason,
    teams: await teamNames(tx),
    before: await versionBefore(tx, version.number),
  }
}

function dayIn(timeZone: string, instant: Instant): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(instant))
}
