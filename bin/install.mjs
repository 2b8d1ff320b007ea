// Plain JavaScript for any Node from version 20, needing nothing installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** The oldest Node that runs the TypeScript of Tierwise as it is. */
export const oldestNode = 24

/** `npm ci` when there is nothing yet, or when package-lock.json is another one than was installed. Throws when npm fails. */
export function install() {
  const modules = join(root, 'node_modules')
  const lockFile = join(root, 'package-lock.json')
  const stamp = join(modules, '.tierwise-installed')
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  if (existsSync(stamp) ? readFileSync(stamp, 'utf8') === lock : npmInstalledSince(lockFile)) return
  const windows = process.platform === 'win32'
  console.error('Installing what Tierwise needs (npm ci). This takes about a minute, and only now.')
  const done = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--include=dev'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: windows,
  })
  if (done.error || done.status !== 0) {
    throw new Error('npm ci failed; what it says is above. Tierwise cannot start without it.', {
      cause: done.error,
    })
  }
  writeFileSync(stamp, lock)
}

/** Someone ran `npm ci` by hand: npm notes what it installed, and when. */
function npmInstalledSince(lockFile) {
  const note = join(root, 'node_modules', '.package-lock.json')
  return existsSync(note) && statSync(note).mtimeMs >= statSync(lockFile).mtimeMs
}

/** A Node that runs TypeScript: this one, or the one that npm installed beside Tierwise. Throws when there is none. */
export function nodeProgram() {
  if (Number(process.versions.node.split('.')[0]) >= oldestNode) return process.execPath
  const bundled = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(bundled)) return bundled
  throw new Error(
    `Tierwise needs Node ${oldestNode} or later; this is Node ${process.versions.node}. Install it from https://nodejs.org and start again.`,
  )
}
