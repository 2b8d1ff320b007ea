import { describe, expect, test } from 'vitest'
import { checks, checksFor, type CheckOutcome, healthOf, type Health, type Tried } from './checks.ts'

const read = checksFor(['read'])
const all = (outcome: CheckOutcome): Tried[] => read.map(({ key }) => ({ key, outcome }))
const but = (changes: Partial<Record<string, CheckOutcome>>): Tried[] =>
  read.map(({ key }) => ({ key, outcome: changes[key] ?? 'works' }))
const connected = { purposes: ['read'], secretMissing: false } as const

describe('how the connection is doing', () => {
  const table: readonly [name: string, tried: readonly Tried[], health: Health][] = [
    ['nothing was tried', [], 'connecting'],
    ['everything works', all('works'), 'works'],
    ['signing in fails', all('failed'), 'fails'],
    [
      'signed in, and nothing may be read',
      but(Object.fromEntries(read.slice(1).map(({ key }) => [key, 'missing']))),
      'fails',
    ],
    ['one permission is missing', but({ apps: 'missing' }), 'partly'],
    ['one call fails', but({ devices: 'failed' }), 'partly'],
    ['meetings, which one can do without, could not be tried', but({ meetings: 'untried' }), 'works'],
    ['meetings are refused', but({ meetings: 'missing' }), 'partly'],
    ['something that matters could not be tried', but({ groups: 'untried' }), 'partly'],
  ]
  test.each(table)('%s', (_name, tried, health) => expect(healthOf(connected, tried)).toBe(health))

  test('no tenant is none, and a dropped secret comes before what was tried with it', () => {
    expect(healthOf(null, all('works'))).toBe('none')
    expect(healthOf({ ...connected, secretMissing: true }, all('works'))).toBe('secret-missing')
  })

  test('a registration that acts counts where there is one', () => {
    const both = { purposes: ['read', 'act'], secretMissing: false } as const
    expect(healthOf(both, all('works'))).toBe('partly')
    const acts = checksFor(['act']).map(({ key }) => ({ key, outcome: 'works' as const }))
    expect(healthOf(both, [...all('works'), ...acts])).toBe('works')
  })
})

test('no permission is asked for twice, and what is read asks for nothing that writes but meetings', () => {
  const permissions = checks.flatMap(({ permission }) => (permission === null ? [] : [permission]))
  expect(new Set(permissions).size).toBe(permissions.length)
  const writing = read.filter(({ permission }) => /Write|Privileged/.test(permission ?? ''))
  expect(writing.map(({ key }) => key)).toEqual(['meetings'])
})
