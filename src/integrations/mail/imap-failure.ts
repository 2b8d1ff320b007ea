import { OutboundRefused } from '#platform/outbound/guard.ts'

export type ImapFailure = {
  readonly code:
    | 'sign-in-refused'
    | 'not-reachable'
    | 'address-not-allowed'
    | 'folder-not-found'
    | 'not-stored'
    | 'broken-off'
  /** What the server or the system said. */
  readonly answer: string
}

const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EPIPE',
])

export function imapFailure(error: unknown): ImapFailure {
  if (error instanceof OutboundRefused) {
    return {
      code: error.code === 'name-not-found' ? 'not-reachable' : 'address-not-allowed',
      answer: error.message,
    }
  }
  if (!(error instanceof Error)) return { code: 'broken-off', answer: String(error) }
  const { code, responseText, responseStatus, serverResponseCode, authenticationFailed, executedCommand } =
    error as Error & Record<string, unknown>
  const answer = typeof responseText === 'string' && responseText !== '' ? responseText : error.message
  if (authenticationFailed === true) return { code: 'sign-in-refused', answer }
  if (
    typeof code === 'string' &&
    (network.has(code) || code.startsWith('CONNECT_') || code === 'GREETING_TIMEOUT')
  ) {
    return { code: 'not-reachable', answer }
  }
  // Not every server says NONEXISTENT, but a folder that cannot be opened is what was named wrong.
  const isOpening = typeof executedCommand === 'string' && /^\S+ (?:SELECT|EXAMINE) /i.test(executedCommand)
  if (serverResponseCode === 'NONEXISTENT' || (isOpening && responseStatus === 'NO')) {
    return { code: 'folder-not-found', answer }
  }
  if (typeof responseStatus === 'string') return { code: 'broken-off', answer }
  const isConnection = typeof code === 'string' && code !== ''
  return { code: isConnection ? 'broken-off' : 'not-stored', answer }
}
