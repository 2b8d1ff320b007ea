import type { Instant } from './instant.ts'

/**
 * When a day (`YYYY-MM-DD`) begins in a time zone, `later` days on. Where midnight does not exist (the clock goes forward
 * then), the first moment after it.
 */
export function startOfDay(day: string, timeZone: string, later = 0): Instant {
  const midnight = Date.parse(`${day}T00:00:00.000Z`) + later * 86_400_000
  if (Number.isNaN(midnight)) throw new RangeError(`Not a day: ${day}`)
  let at = midnight - offsetAt(midnight, timeZone)
  // The offset at the guess can differ from the one at the answer, once per change of the clock.
  at = midnight - offsetAt(at, timeZone)
  if (at + offsetAt(at, timeZone) < midnight) at = midnight - offsetAt(at, timeZone)
  return new Date(at).toISOString()
}

/** How far the zone's clock is ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(at))
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const wall = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  )
  return wall - Math.floor(at / 1000) * 1000
}
