import { describe, expect, it, vi } from 'vitest'
import { newId } from './id.ts'

describe('an id', () => {
  it('is a uuid of version 7 that bears its moment', () => {
    const before = Date.now()
    const id = newId()
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const moment = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
    expect(moment).toBeGreaterThanOrEqual(before)
    expect(moment).toBeLessThan(before + 1000)
  })

  it('sorts after every one before it, also 20,000 in one go', () => {
    const ids = Array.from({ length: 20_000 }, newId)
    expect(ids).toEqual([...ids].sort())
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('keeps its order when the clock of the machine steps back', () => {
    const before = newId()
    vi.useFakeTimers({ now: Date.now() - 3_600_000 })
    const after = newId()
    vi.useRealTimers()
    expect(after > before).toBe(true)
  })
})
