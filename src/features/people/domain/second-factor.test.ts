import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roles } from './person.ts'
import { appCode, isAskedOf, lacksSecondFactor, recoveryCode, recoveryCodeFrom } from './second-factor.ts'

describe('a second factor', () => {
  it('is asked of nobody, of administrators, or of everybody who works on support', () => {
    const asked = (rule: Parameters<typeof isAskedOf>[0]) => roles.filter((role) => isAskedOf(rule, [role]))
    expect(asked('nobody')).toEqual([])
    expect(asked('administrators')).toEqual(['administrator'])
    expect(asked('agents')).toEqual(roles.filter((role) => role !== 'requester'))
  })

  it('is not asked of whoever has one, signed in with a passkey, or was asked by a provider', () => {
    const lacks = (means: Parameters<typeof lacksSecondFactor>[1]['means'], has = false) =>
      lacksSecondFactor('agents', { roles: ['agent'], means, has })
    expect([lacks('password'), lacks('link')]).toEqual([true, true])
    expect([lacks('password', true), lacks('provider'), lacks('passkey')]).toEqual([false, false, false])
  })

  it.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['123-456', '123456'],
    ['12345', null],
    ['1234567', null],
    ['١٢٣٤٥٦', null],
    ['12345a', null],
  ])('%j is the code %j of an app', (typed, code) => {
    expect(appCode(typed)).toBe(code)
  })
})

describe('a recovery code', () => {
  it('is the same however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const shown = recoveryCodeFrom(bytes)
        expect(shown).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/)
        const code = recoveryCode(shown)
        expect(code).toHaveLength(16)
        for (const typed of [
          shown.toUpperCase(),
          shown.replaceAll('-', ' '),
          ` ${code} `,
          shown.replaceAll('0', 'O'),
          shown.replaceAll('1', 'l'),
        ])
          expect(recoveryCode(typed)).toBe(code)
      }),
    )
  })

  it('has one sign for each five bits, none twice', () => {
    const signs = Array.from({ length: 32 }, (_, byte) =>
      recoveryCodeFrom(new Uint8Array(16).fill(byte)).charAt(0),
    )
    expect(new Set(signs).size).toBe(32)
  })

  it.each(['', 'abcd', 'abcd-efgh-jkmn-pqr', 'abcd-efgh-jkmn-pqru', 'x'.repeat(1000)])('%j is none', (typed) => {
    expect(recoveryCode(typed)).toBeNull()
  })
})
