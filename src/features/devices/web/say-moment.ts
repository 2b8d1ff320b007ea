import { dayAndTime } from '#ui/time/format.ts'
import { useNow } from '#ui/time/now.ts'
import { useReader } from '#ui/time/Time.tsx'
import type { SayMoment } from '../domain/snapshot-text.ts'

/** Moments within a sentence, in the zone of who reads it. */
export function useSayMoment(): SayMoment {
  const reader = useReader()
  const now = useNow()
  return (at) => dayAndTime(at, now, reader)
}
