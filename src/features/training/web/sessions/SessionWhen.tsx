import { useNow } from '#ui/time/now.ts'
import { clockTime, dayName } from '#ui/time/format.ts'
import { useReader } from '#ui/time/Time.tsx'

type WhenProps = { readonly trainingSession: { readonly startsAt: string; readonly endsAt?: string } }

/** Day and times in the reader's zone: "tomorrow 10:00–12:30". */
export function SessionWhen({ trainingSession: { startsAt, endsAt } }: WhenProps) {
  const reader = useReader()
  const now = useNow()
  const until = endsAt === undefined ? '' : `–${clockTime(endsAt, reader)}`
  return (
    <time dateTime={startsAt}>{`${dayName(startsAt, now, reader)} ${clockTime(startsAt, reader)}${until}`}</time>
  )
}
