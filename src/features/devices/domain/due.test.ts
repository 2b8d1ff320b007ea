import { describe, expect, test } from 'vitest'
import { fieldsOf, oneCause } from './context.ts'
import { isDue, retriedAt } from './due.ts'
import { context, device, now, unread } from './testing/contexts.ts'

const after = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString()
const failed = (code: string) => fieldsOf(context({ devices: unread([device()], code) }))

describe('a page that is looked at', () => {
  test.each([
    ['everything is known', fieldsOf(context()), 10, null],
    ['nobody answers', failed('unreachable'), 1, after(1)],
    ['Microsoft makes us wait', failed('throttled'), 2, after(2)],
    ['a permission is missing', failed('permission-missing'), 10, null],
    [
      'why a device fails is not known',
      fieldsOf(context({ devices: { value: [device({ failing: unread() })], readAt: now, failed: null } })),
      2,
      after(2),
    ],
  ] as const)('reads again, where %s', (_, fields, minutes, again) => {
    expect(isDue(fields, now, after(minutes - 0.1))).toBe(false)
    expect(isDue(fields, now, after(minutes))).toBe(true)
    expect(retriedAt(fields, now)).toBe(again)
  })
})

describe('one cause', () => {
  const all = (code: string) => ({
    person: unread(null, code),
    licences: unread(null, code),
    groups: unread(null, code),
    devices: unread([device()], code),
    enrollmentFailures: unread(null, code),
    appFailures: unread(null, code),
    autopilot: unread(null, code),
  })

  test('is said where everything of a person failed by it, whatever is known of the organisation', () => {
    expect(oneCause(context(all('sign-in-refused')))?.code).toBe('sign-in-refused')
  })

  test.each([
    ['something could be read', { ...all('unreachable'), autopilot: context().autopilot }],
    ['something failed otherwise', { ...all('unreachable'), groups: unread(null, 'throttled') }],
    ['everything is known', {}],
  ])('is not said where %s', (_, given) => {
    expect(oneCause(context(given))).toBeNull()
  })
})
