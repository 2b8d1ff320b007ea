import { describe, expect, it } from 'vitest'
import { draftName, type DraftStorage, pruneDrafts, readDraft, writeDraft } from './draft-store.ts'

function storage(room = Number.POSITIVE_INFINITY): DraftStorage & { names: () => string[] } {
  const kept = new Map<string, string>()
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem(name, text) {
      const others = [...kept].filter(([other]) => other !== name).reduce((sum, [, one]) => sum + one.length, 0)
      if (others + text.length > room) throw new Error('QuotaExceededError')
      kept.set(name, text)
    },
    removeItem: (name) => void kept.delete(name),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
    names: () => [...kept.keys()],
  }
}

const mine = draftName('ada', 'ticket.1')

describe('drafts', () => {
  it('come back as they were left', () => {
    const local = storage()
    writeDraft(local, mine, { version: 1, value: { text: 'It stops at 80 %' }, at: 1 })
    expect(readDraft(local, mine, 1)).toEqual({ text: 'It stops at 80 %' })
  })

  it('are not shown to the next person at the same computer', () => {
    const local = storage()
    writeDraft(local, mine, { version: 1, value: 'secret', at: 1 })
    expect(readDraft(local, draftName('jan', 'ticket.1'), 1)).toBeNull()
  })

  it('of an older version of the form are not put into the new one', () => {
    const local = storage()
    writeDraft(local, mine, { version: 1, value: 'old', at: 1 })
    expect(readDraft(local, mine, 2)).toBeNull()
  })

  it('that are damaged count as none', () => {
    const local = storage()
    local.setItem(mine, '{"version":1')
    expect(readDraft(local, mine, 1)).toBeNull()
  })

  it('make room for the newest by forgetting the oldest', () => {
    const local = storage(130)
    writeDraft(local, draftName('ada', 'a'), { version: 1, value: 'x'.repeat(20), at: 1 })
    writeDraft(local, draftName('ada', 'b'), { version: 1, value: 'x'.repeat(20), at: 2 })
    expect(writeDraft(local, mine, { version: 1, value: 'y'.repeat(40), at: 3 })).toBe(true)
    expect(local.names()).not.toContain(draftName('ada', 'a'))
    expect(readDraft(local, mine, 1)).toBe('y'.repeat(40))
  })

  it('that cannot fit say so', () => {
    expect(writeDraft(storage(10), mine, { version: 1, value: 'too much text', at: 1 })).toBe(false)
  })

  it('are forgotten after thirty days; other things in the storage stay', () => {
    const local = storage()
    local.setItem('tierwise.theme', 'dark')
    writeDraft(local, mine, { version: 1, value: 'old', at: 0 })
    writeDraft(local, draftName('ada', 'new'), { version: 1, value: 'new', at: 20 * 86_400_000 })
    pruneDrafts(local, 31 * 86_400_000)
    expect(local.names()).toEqual(['tierwise.theme', draftName('ada', 'new')])
  })
})
