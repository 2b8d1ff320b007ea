import type { RefusalWords } from '#ui/page/problem-text.ts'
import { useWords } from '#ui/words/words.ts'

/** The words of this feature for its refusals; null for codes of others. */
export function useRefusalWords(): RefusalWords {
  const t = useWords('people')
  return (code, problem) => {
    const { data } = problem.body as { data?: Record<string, string | number> }
    if (code === 'too-many-attempts') return problem.body.detail ?? null
    return t.has(`refusals.${code}`) ? t.any(`refusals.${code}`, data) : null
  }
}
