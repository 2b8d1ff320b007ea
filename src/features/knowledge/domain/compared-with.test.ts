import { expect, test } from 'vitest'
import { comparedWith } from './compared-with.ts'

const after = (...acts: readonly string[]) =>
  Object.fromEntries(
    comparedWith(
      acts.map((one) => {
        const [act = '', version = 0] = one.split(' ')
        return { act, version: Number(version) }
      }),
    ),
  )

test.each([
  ['the first proposal with what was supplied', ['proposed-change 1'], { 1: 0 }],
  ['the next with that too, not with the first', ['proposed-change 1', 'proposed-change 2'], { 1: 0, 2: 0 }],
  [
    'what comes after a confirmation with what was confirmed',
    ['proposed-change 1', 'confirm 1', 'proposed-change 2'],
    { 1: 0, 2: 1 },
  ],
  [
    'what comes after a refusal with what stayed',
    ['written 1', 'proposed-change 2', 'decline 2', 'proposed-change 3'],
    { 1: 0, 2: 1, 3: 1 },
  ],
  [
    'what was written at once with what it took the place of',
    ['written 1', 'written 2', 'publish 2', 'followed-supplied 3'],
    { 1: 0, 2: 1, 3: 2 },
  ],
] as const)('a text is compared with what was in use: %s', (_what, acts, wanted) => {
  expect(after(...acts)).toEqual(wanted)
})
