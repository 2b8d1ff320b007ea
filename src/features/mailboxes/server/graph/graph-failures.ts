import { GraphFailure } from '#integrations/microsoft-graph/graph-client.ts'
import { isOutsideMailPolicy } from '#integrations/microsoft-graph/read/mail.ts'

/** Why a mailbox cannot be read or written to by Graph, in our words. */
export type GraphMailProblem = {
  readonly code:
    | 'no-tenant'
    | 'mailbox-not-allowed'
    | 'graph-permission-missing'
    | 'graph-sign-in-refused'
    | 'mailbox-not-found'
    | 'mail-refused'
    | 'try-later'
    | 'mail-not-fetched'
    | 'not-reachable'
  /** What Microsoft said. */
  readonly answer: string
  /** May it go well later, perhaps once an administrator has done something? */
  readonly retryable: boolean
}

export const noTenant: GraphMailProblem = { code: 'no-tenant', answer: '', retryable: true }

export function graphMailProblem(error: unknown): GraphMailProblem {
  if (!(error instanceof GraphFailure)) {
    return { code: 'try-later', answer: error instanceof Error ? error.name : 'failed', retryable: true }
  }
  const { answer, graphCode, permission, requestId } = error
  const said = [graphCode, answer, requestId && `(${requestId})`].filter(Boolean).join(' ')
  switch (error.code) {
    case 'permission-missing':
      return isOutsideMailPolicy(error)
        ? { code: 'mailbox-not-allowed', answer: said, retryable: true }
        : { code: 'graph-permission-missing', answer: permission ?? said, retryable: true }
    case 'sign-in-refused':
      return { code: 'graph-sign-in-refused', answer: said, retryable: true }
    case 'not-found':
      return { code: 'mailbox-not-found', answer: said, retryable: true }
    case 'refused':
      return { code: 'mail-refused', answer: said, retryable: false }
    case 'unreachable':
      return { code: 'not-reachable', answer: said, retryable: true }
    case 'throttled':
    case 'gone':
    case 'unavailable':
    case 'bad-answer':
      return { code: 'try-later', answer: said, retryable: true }
  }
}
