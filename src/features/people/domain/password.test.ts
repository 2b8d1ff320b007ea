import { describe, expect, it } from 'vitest'
import { judgePassword } from './password.ts'

const about = { name: 'Ada Visser', email: 'ada.visser@contoso.nl', organisation: 'Contoso Nederland' }
const judged = (password: string) => {
  const verdict = judgePassword(password, about)
  return verdict.ok ? 'good' : verdict.refusal.code
}

describe('a password', () => {
  it.each([
    'koe fiets lantaarn drie',
    'V7#kd92!mQx4',
    'onze kat slaapt graag op maandag',
    'xkcd plum tractor vibe',
    'пароль длинный очень',
    'ik wil naar huis vandaag',
  ])('%j is good', (password) => {
    expect(judged(password)).toBe('good')
  })

  it.each(['', 'kort', 'elf teken!!', '🙂🙂🙂'])('%j is too short', (password) => {
    expect(judged(password)).toBe('password-too-short')
  })

  it('counts characters as people see them', () => {
    expect(judged('🙂🙃😀😃😄😁😆😅😂🤣😊')).toBe('password-too-short')
    expect(judged('🙂🙃😀😃😄😁😆😅😂🤣😊😇')).toBe('good')
  })

  it('has a longest length, so that hashing cannot be used to tire the server', () => {
    expect(judged('koe fiets lantaarn '.repeat(20))).toBe('password-too-long')
  })

  it.each([
    'passwordpassword',
    'Password123456',
    'P@ssw0rd2026!',
    'Wachtwoord123!',
    'Welkom01Welkom01',
    'Zomer2026Zomer',
    'qwertyuiop123',
    '123456789012',
    'abcdefghijkl',
    '111111111111',
    'abcabcabcabc',
    '1qaz2wsx3edc',
    'Welcome2026!!',
    'administrator1',
    'Intune2026Admin!',
    'iloveyou12345',
    'qwerty123456789',
    '098765432109',
  ])('%j is one of the first that guessers try', (password) => {
    expect(judged(password)).toBe('password-common')
  })

  it.each([
    'AdaVisser2026!',
    'Contoso2026!!',
    'contoso-welkom1',
    'visser.contoso1',
    'tierwise-2026',
    'c0nt0s0nederland',
  ])('%j says too much about its owner', (password) => {
    expect(judged(password)).toBe('password-about-you')
  })

  it('is the same password however the keyboard composes it', () => {
    const composed = judgePassword('caf\u00e9 aan de gracht', about)
    const decomposed = judgePassword('cafe\u0301 aan de gracht', about)
    expect(composed).toEqual(decomposed)
  })
})
