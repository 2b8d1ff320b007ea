import { describe, expect, it } from 'vitest'
import { skipped } from './folding.ts'

describe('a long conversation', () => {
  it('of a screen or two is shown whole', () => expect(skipped(16)).toBe(0))
  it('holds back what lies between its beginning and its last eleven', () => expect(skipped(56)).toBe(44))
})
