import type { RefusalWords } from '#ui/page/problem-text.ts'
import { useRefusals } from '#ui/page/refusals.ts'

/** The words of this feature for its refusals; null for codes of others. */
export function useRefusalWords(): RefusalWords {
  const words = useRefusals('people')
  return (code, problem) => (code === 'too-many-attempts' ? (problem.body.detail ?? null) : words(code, problem))
}
