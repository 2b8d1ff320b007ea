import type { ChangeWords } from '../../domain/versions/diff/change-sentence.ts'
import { usePlanWords } from './plan-words.ts'

/** How changes of the plan are said on a page. */
export function useChangeWords(): ChangeWords {
  const { t, team } = usePlanWords()
  return {
    language: t.language,
    say: (key, values) => t.any(key, values),
    team: (key) => (team(key) === key ? null : team(key)),
  }
}
