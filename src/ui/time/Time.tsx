import { useMaybeSignedIn } from '../person/signed-in.tsx'
import { Tip } from '../show/Tip.tsx'
import { useWords } from '../words/words.ts'
import { dayAndTime, durationParts, exactTime, type Reader, relativeTime } from './format.ts'
import { useNow } from './now.ts'

/** The language and zone in which this person reads times. */
export function useReader(): Reader {
  const { language } = useWords('ui')
  const person = useMaybeSignedIn()
  return { language, timeZone: person?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone }
}

export type TimeProps = {
  /** ISO 8601, UTC. */
  readonly at: string
  /** `absolute`: today 14:05 (default); `relative`: in 2 hours; `both`: today 16:00 · in 2 hours. */
  readonly form?: 'absolute' | 'relative' | 'both'
  /** In lists: no tab stop of its own; the exact time is its title. */
  readonly quiet?: boolean
}

/** A moment in the person's own zone; hovering or focusing it tells it exactly. */
export function Time({ at, form = 'absolute', quiet = false }: TimeProps) {
  const reader = useReader()
  const now = useNow()
  const exact = exactTime(at, reader)
  const absolute = dayAndTime(at, now, reader)
  const relative = relativeTime(at, now, reader)
  const text = form === 'absolute' ? absolute : form === 'relative' ? relative : `${absolute} · ${relative}`
  if (quiet) {
    return (
      <time dateTime={at} title={exact}>
        {text}
      </time>
    )
  }
  return (
    <Tip text={exact}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the tooltip must also be reached by keyboard */}
      <time dateTime={at} tabIndex={0}>
        {text}
      </time>
    </Tip>
  )
}

export type DurationProps = {
  readonly minutes: number
  /** Elapsed time counts days of 24 hours; working time (the default) stays in hours. */
  readonly elapsed?: boolean
}

/** `1 h 10 min` */
export function Duration({ minutes, elapsed = false }: DurationProps) {
  const say = useDuration()
  return <span>{say(minutes, elapsed)}</span>
}

/** The same as text, for labels and drawings. */
export function useDuration(): (minutes: number, elapsed?: boolean) => string {
  const t = useWords('ui')
  return (total, elapsed = false) => {
    const { days, hours, minutes } = durationParts(total, elapsed)
    const parts = [
      days > 0 ? t('duration.days', { count: days }) : '',
      hours > 0 ? t('duration.hours', { count: hours }) : '',
      minutes > 0 && days === 0 ? t('duration.minutes', { count: minutes }) : '',
    ].filter(Boolean)
    return parts.length > 0 ? parts.join(' ') : t('duration.minutes', { count: 0 })
  }
}
