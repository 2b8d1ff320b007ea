import { describe, expect, it } from 'vitest'
import { skipped } from './Conversation.tsx'

describe('a long conversation', () => {
  it('of a screen or two is shown whole', () => expect(skipped(16)).toBe(0))
  it('holds back what lies between its beginning and its last twelve', () => expect(skipped(56)).toBe(44))
})
