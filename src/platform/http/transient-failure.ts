/** SQLSTATE classes and codes, and codes of sockets, that pass by themselves. */
const busyStates = /^(?:08...|53[0-3]00|57P0[1-5]|57014|40001|40P01|55P03)$/
const busySockets = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT'])
const fullDisk = new Set(['53100', 'ENOSPC', 'EDQUOT'])
/** pg reports these without a code. */
const lostConnection =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Client was closed and is not queryable|not queryable/i

/**
 * Whether the database or the disk is the cause, anywhere in the chain of causes: nothing was kept, and the same can
 * succeed later. A missing file (ENOENT) only counts when it was a socket that did not answer.
 */
export function transientFailure(error: unknown): 'disk-full' | 'busy' | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
    const { code, syscall } = at as { code?: unknown; syscall?: unknown }
    if (typeof code === 'string') {
      if (fullDisk.has(code)) return 'disk-full'
      if (busyStates.test(code)) return 'busy'
      if (busySockets.has(code) && (syscall === 'connect' || syscall === 'read' || syscall === 'write'))
        return 'busy'
    }
    if (lostConnection.test(at.message)) return 'busy'
  }
  return null
}
