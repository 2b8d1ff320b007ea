import { describe, expect, it } from 'vitest'
import { movableClock, systemClock } from './clock.ts'

describe('a clock', () => {
  it('tells instants to the millisecond, in UTC', () => {
    expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(movableClock('2026-03-29T03:00:00+02:00').now()).toBe('2026-03-29T01:00:00.000Z')
  })

  it('stands still until it is moved', () => {
    const clock = movableClock('2026-11-22T13:05:00.000Z')
    expect(clock.now()).toBe('2026-11-22T13:05:00.000Z')
    clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4, ms: 5 })
    expect(clock.now()).toBe('2026-11-23T15:08:04.005Z')
    clock.set('2026-01-01T00:00:00.000Z')
    expect(clock.now()).toBe('2026-01-01T00:00:00.000Z')
  })

  it('takes nothing that is no instant', () => {
    expect(() => movableClock('tomorrow')).toThrow('Not an instant: tomorrow')
  })
})
