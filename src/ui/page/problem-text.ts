import { ApiProblem, Unreachable } from '../api/problem.ts'
import { useWords } from '../words/words.ts'

/** A feature's words for its refusal codes; null when it has none for this code. */
export type RefusalWords = (code: string, problem: ApiProblem) => string | null

export type ProblemText = {
  readonly sentence: string
  readonly reference: string | null
}

/** Turns whatever went wrong into a sentence with a next step: the feature's words, those of all pages, or the server's. */
export function useProblemText(refusalWords?: RefusalWords): (error: unknown) => ProblemText {
  const t = useWords('ui')
  return (error) => {
    if (error instanceof Unreachable) return { sentence: t('problems.unreachable'), reference: null }
    if (!(error instanceof ApiProblem)) return { sentence: t('problems.unknown'), reference: null }
    const own = refusalWords?.(error.code, error)
    const common = t.has(`problems.${error.code}`) ? t.any(`problems.${error.code}`) : null
    const told = error.body.detail ? error.body.detail : null
    const sentence = own ?? common ?? told ?? t.any(`problems.${fallback(error.status)}`)
    return { sentence, reference: error.reference }
  }
}

function fallback(status: number): string {
  if (status === 400) return 'invalid-input'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  if (status === 413) return 'too-large'
  if (status === 409) return 'conflict'
  if (status === 429) return 'too-many'
  if (status >= 500) return 'unexpected'
  return 'refused'
}
