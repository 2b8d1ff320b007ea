import { sql } from 'kysely'
import { newId } from '../database/id.ts'
import type { Tx } from '../database/transaction.ts'
import type { Blob } from './blobs.ts'
import { cleanFileName } from './file-name.ts'

export type StoredFile = {
  readonly id: string
  readonly ownerId: string | null
  readonly sha256: string
  readonly size: number
  readonly type: string
  readonly name: string
}

/** Enters stored bytes as a file of this organisation; nobody refers to it yet. */
export async function addFile(
  { db, orgId }: Tx,
  blob: Blob,
  {
    name,
    ownerId,
    id = newId(),
  }: { readonly name: string; readonly ownerId: string | null; readonly id?: string },
): Promise<StoredFile> {
  const file: StoredFile = { id, ownerId, ...blob, name: cleanFileName(name) }
  await sql`insert into files (org_id, id, owner_id, sha256, size, type, name)
    values (${orgId}, ${file.id}, ${ownerId}, ${file.sha256}, ${file.size}, ${file.type}, ${file.name})`.execute(
    db,
  )
  return file
}

export async function fileById({ db, orgId }: Tx, id: string): Promise<StoredFile | undefined> {
  return (await filesById({ db, orgId }, [id]))[0]
}

/** The files with these ids that exist, in the order of the ids. */
export async function filesById(
  { db, orgId }: Pick<Tx, 'db' | 'orgId'>,
  ids: readonly string[],
): Promise<StoredFile[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<StoredFile>`select id, owner_id as "ownerId", sha256, size, type, name from files
    where org_id = ${orgId} and id = any(${[...ids]}::uuid[])`.execute(db)
  return ids.flatMap((id) => rows.filter((row) => row.id === id))
}

/** Says that something refers to these files now; without it a file is removed after a day. */
export async function keepFiles({ db, orgId }: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`update files set kept_at = now()
    where org_id = ${orgId} and id = any(${[...ids]}::uuid[]) and kept_at is null`.execute(db)
}
