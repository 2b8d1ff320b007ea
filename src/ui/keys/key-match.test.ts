import { describe, expect, it } from 'vitest'
import { isLetterBinding, matchStroke, strokeOf } from './key-match.ts'

const press = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const bindings = [{ keys: 'e' }, { keys: 'g d' }, { keys: 'g p' }, { keys: 'Ctrl+k' }, { keys: '?' }]

describe('keys', () => {
  it('letters count without their case, and Command counts as Ctrl', () => {
    expect(strokeOf({ ...press, key: 'E' })).toBe('e')
    expect(strokeOf({ ...press, key: 'k', metaKey: true })).toBe('Ctrl+k')
    expect(strokeOf({ ...press, key: '?' })).toBe('?')
    expect(strokeOf({ ...press, key: 'Enter', ctrlKey: true })).toBe('Ctrl+Enter')
    expect(strokeOf({ ...press, key: 'Z', metaKey: true, shiftKey: true })).toBe('Ctrl+Shift+z')
  })

  it('a single key runs at once', () => {
    expect(matchStroke(bindings, '', 'e')).toEqual({ kind: 'run', binding: { keys: 'e' } })
  })

  it('the first key of a sequence waits for the second', () => {
    expect(matchStroke(bindings, '', 'g')).toEqual({ kind: 'wait', prefix: 'g' })
    expect(matchStroke(bindings, 'g', 'd')).toEqual({ kind: 'run', binding: { keys: 'g d' } })
  })

  it('a key that ends no sequence counts by itself', () => {
    expect(matchStroke(bindings, 'g', 'e')).toEqual({ kind: 'run', binding: { keys: 'e' } })
    expect(matchStroke(bindings, 'g', 'x')).toEqual({ kind: 'none' })
  })

  it('the binding that came last wins', () => {
    const inner = { keys: 'e', inner: true }
    expect(matchStroke([...bindings, inner], '', 'e')).toEqual({ kind: 'run', binding: inner })
  })

  it('only keys with Ctrl or Alt work while letters are off', () => {
    expect(isLetterBinding('g d')).toBe(true)
    expect(isLetterBinding('?')).toBe(true)
    expect(isLetterBinding('Ctrl+k')).toBe(false)
  })
})
