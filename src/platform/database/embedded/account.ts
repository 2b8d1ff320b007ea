import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { OperatorMustAct } from '../../errors.ts'
import type { Programs } from './programs.ts'

/**
 * The account that PostgreSQL runs as. It refuses to run as root, so root hands it to another account, or, where
 * that account cannot reach the program or the data (a clone under /root), to a user namespace.
 */
export type Account =
  | { readonly kind: 'self' }
  | { readonly kind: 'other'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'namespace' }

const namespaceCommand = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'] as const

/** Chooses the account for `folder`, an existing folder that will hold, or holds, the database in `cluster`. */
export function chooseAccount(programs: Programs, folder: string, cluster: string): Account {
  if (process.getuid?.() !== 0) return { kind: 'self' }
  const owner = existsSync(cluster) ? statSync(cluster) : undefined
  const madeInNamespace = owner !== undefined && owner.uid === 0
  if (!madeInNamespace) {
    const candidates = owner ? [owner] : [passwdEntry('postgres'), passwdEntry('nobody')]
    for (const candidate of candidates) {
      if (candidate && canReach(programs, folder, candidate)) {
        return { kind: 'other', uid: candidate.uid, gid: candidate.gid }
      }
    }
  }
  if (namespaceWorks()) return { kind: 'namespace' }
  throw new OperatorMustAct(
    'postgresql-account',
    `PostgreSQL does not run as root, and no other account of this machine can reach both ${programs.postgres} and ${folder}. Run Tierwise as an ordinary user, move it to a folder that others may enter, or set DATABASE_URL.`,
  )
}

/** Program and arguments that run `program` as this account, with the options that spawn needs. */
export function commandAs(account: Account, program: string, args: readonly string[]) {
  if (account.kind === 'namespace') {
    const [command, ...rest] = namespaceCommand
    return { command, args: [...rest, program, ...args], options: {} }
  }
  const options = account.kind === 'other' ? { uid: account.uid, gid: account.gid } : {}
  return { command: program, args: [...args], options }
}

/** initdb looks its user up in the account list, so a bare number would not do. */
function passwdEntry(name: string): { uid: number; gid: number } | undefined {
  if (!existsSync('/etc/passwd')) return undefined
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function canReach(programs: Programs, folder: string, { uid, gid }: { uid: number; gid: number }): boolean {
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$0" && exec "$1" --version', folder, programs.postgres], {
    uid,
    gid,
    stdio: 'ignore',
  })
  return tried.status === 0
}

function namespaceWorks(): boolean {
  const [command, ...args] = namespaceCommand
  return spawnSync(command, [...args, 'true'], { stdio: 'ignore' }).status === 0
}
