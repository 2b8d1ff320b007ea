import { useQueryClient } from '@tanstack/react-query'
import { useLive } from '#ui/live/live.tsx'
import { useWords } from '#ui/words/words.ts'
import type { Why } from '../contract/parts.ts'
import { trainingKey } from './queries.ts'

/** Why something may not be done, as a sentence. */
export function useWhy(): (why: Why | null) => string | undefined {
  const t = useWords('training')
  return (why) => (why && t.has(`refusals.${why.code}`) ? t.any(`refusals.${why.code}`, why.data) : undefined)
}

/** Keeps what is shown of training fresh when others do something. */
export function useTrainingLive(): void {
  const queries = useQueryClient()
  useLive('training', () => void queries.invalidateQueries({ queryKey: trainingKey }))
}

/** After something was done: everything of training is asked for anew. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: trainingKey })
}
