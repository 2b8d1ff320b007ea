import type { Instant } from '#features/people/domain/instant.ts'

/** What a field for date and time holds: `2026-12-01T10:00`. */
export type WallTime = string

/** The moment at which the clocks of a zone show this; where they skip it, the moment after. Null for what is no time. */
export function momentOf(wall: WallTime, timeZone: string): Instant | null {
  const shown = Date.parse(`${wall.slice(0, 16)}:00.000Z`)
  if (Number.isNaN(shown)) return null
  let at = shown - aheadAt(shown, timeZone)
  at = shown - aheadAt(at, timeZone)
  return new Date(at).toISOString()
}

export function wallTimeOf(at: Instant, timeZone: string): WallTime {
  const time = Date.parse(at)
  return new Date(time + aheadAt(time, timeZone)).toISOString().slice(0, 16)
}

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function aheadAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(new Date(at))
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const shown = Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'))
  return shown - Math.floor(at / 60_000) * 60_000
}

/** The next working day from tomorrow on, at ten: what one usually means. */
export function usualStart(now: Instant, timeZone: string): WallTime {
  const day = new Date(`${wallTimeOf(now, timeZone).slice(0, 10)}T12:00:00.000Z`)
  do day.setUTCDate(day.getUTCDate() + 1)
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6)
  return `${day.toISOString().slice(0, 10)}T10:00`
}
