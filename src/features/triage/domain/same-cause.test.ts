import { describe, expect, test } from 'vitest'
import { type HeldCause, sameCause } from './same-cause.ts'

const none: HeldCause = null
const open: HeldCause = { id: 'cause-1', open: true }
const another: HeldCause = { id: 'cause-2', open: true }
const closed: HeldCause = { id: 'cause-3', open: false }

describe('two tickets of which somebody says that they have the same cause', () => {
  test.each([
    ['have none: they make one', none, none, { kind: 'make' }],
    ['this joins the open one of the other', none, open, { kind: 'join', causeId: 'cause-1', joins: 'this' }],
    ['the other joins the open one of this', open, none, { kind: 'join', causeId: 'cause-1', joins: 'other' }],
    ['are of one already', open, open, { kind: 'of-one' }],
    ['are of one that is closed', closed, closed, { kind: 'of-one' }],
    ['each keep their own', open, another, { kind: 'apart' }],
    ['nothing joins one that is closed', none, closed, { kind: 'apart' }],
    ['nothing joins a closed one of this', closed, none, { kind: 'apart' }],
  ])('%s', (_, mine, other, expected) => {
    expect(sameCause(mine, other)).toEqual(expected)
  })
})
