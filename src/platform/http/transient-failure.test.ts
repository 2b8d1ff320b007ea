import { describe, expect, test } from 'vitest'
import { transientFailure } from './transient-failure.ts'

const failure = (facts: object, message = 'x') => Object.assign(new Error(message), facts)

describe('a failure', () => {
  test.each([
    ['disk-full', failure({ code: '53100' })],
    ['disk-full', failure({ code: 'ENOSPC' })],
    ['busy', failure({ code: '53300' })],
    ['busy', failure({ code: '57P01' })],
    ['busy', failure({ code: '08006' })],
    ['busy', failure({ code: '40P01' })],
    ['busy', failure({ code: 'ECONNREFUSED', syscall: 'connect' })],
    ['busy', failure({ code: 'ENOENT', syscall: 'connect' })],
    ['busy', new Error('timeout exceeded when trying to connect')],
    ['busy', new Error('Connection terminated unexpectedly')],
    ['busy', new Error('a', { cause: new Error('b', { cause: failure({ code: '57P03' }) }) })],
    [null, failure({ code: 'ENOENT', syscall: 'open' })],
    [null, failure({ code: '23505' })],
    [null, failure({ code: '42501' })],
    [null, new Error('anything')],
    [null, 'no error at all'],
  ])('is %s: %s', (expected, error) => {
    expect(transientFailure(error)).toBe(expected)
  })
})
