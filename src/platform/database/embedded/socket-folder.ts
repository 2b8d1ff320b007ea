import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OperatorMustAct } from '../../errors.ts'
import type { Account } from './account.ts'
import { superuser } from './cluster.ts'

/** Where PostgreSQL on `clusterFolder` listens: a private folder with a short name, as a socket's path must be under 108 bytes. */
export function socketFolderOf(clusterFolder: string): string {
  const name = `tierwise-${createHash('sha256').update(clusterFolder).digest('hex').slice(0, 16)}`
  const usual = join(tmpdir(), name)
  return Buffer.byteLength(join(usual, '.s.PGSQL.5432.lock')) < 107 ? usual : join('/tmp', name)
}

/** Everyone may write in the temporary folder: what is there already must be ours before a database trusts it. */
export function prepareSocketFolder(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  const me = process.getuid?.() ?? found.uid
  const rightful = account.kind === 'other' ? [me, account.uid] : [me]
  if (!found.isDirectory() || !rightful.includes(found.uid)) {
    throw new OperatorMustAct(
      'socket-folder-foreign',
      `The folder ${folder} belongs to someone else, so the database will not listen there. Remove it, or set TMPDIR to another folder.`,
    )
  }
  chmodSync(folder, 0o700)
  if (account.kind === 'other') chownSync(folder, account.uid, account.gid)
}

/** The address of a database on the server that listens in `socketFolder`. */
export function addressOf(socketFolder: string, database: string): string {
  const address = new URL('postgresql://localhost')
  address.pathname = `/${database}`
  address.searchParams.set('host', socketFolder)
  address.searchParams.set('user', superuser)
  return address.href
}
