import { isStaff, type Role } from './person.ts'

/** Of whom an organisation asks a second factor beside the password. */
export const secondFactorRules = ['nobody', 'administrators', 'agents'] as const
export type SecondFactorRule = (typeof secondFactorRules)[number]

/** How somebody signed in: `link` is a one-time link with which a password was chosen. */
export const signInMeans = ['password', 'provider', 'link', 'passkey'] as const
export type SignInMeans = (typeof signInMeans)[number]

/** With what somebody can answer when a second factor is asked for. */
export const secondFactors = ['app', 'passkey', 'recovery-code'] as const
export type SecondFactor = (typeof secondFactors)[number]

export function isAskedOf(rule: SecondFactorRule, roles: readonly Role[]): boolean {
  if (rule === 'nobody') return false
  return rule === 'administrators' ? roles.includes('administrator') : isStaff({ roles })
}

/** Whether somebody has to set up a second factor before anything else. A provider asks for its own. */
export function lacksSecondFactor(
  rule: SecondFactorRule,
  { roles, means, has }: { readonly roles: readonly Role[]; readonly means: SignInMeans; readonly has: boolean },
): boolean {
  return !has && means !== 'provider' && means !== 'passkey' && isAskedOf(rule, roles)
}

/** Six digits, however they were grouped; null when it is no code of an app. */
export function appCode(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}

/** Without letters and digits that look alike. */
export const recoveryAlphabet = 'abcdefghjkmnpqrstvwxyz0123456789'
export const recoveryCodeCount = 10
const recoveryLength = 16

/** A recovery code as it is hashed, from whatever of it was typed; null when it cannot be one. */
export function recoveryCode(text: string): string | null {
  if (text.length > 64) return null
  const code = text.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1')
  return code.length === recoveryLength && [...code].every((one) => recoveryAlphabet.includes(one)) ? code : null
}

/** As it is shown: groups of four. The alphabet has 32 signs, so each byte gives one without favouring any. */
export function recoveryCodeFrom(bytes: Uint8Array): string {
  const code = [...bytes.slice(0, recoveryLength)].map((byte) => recoveryAlphabet.charAt(byte % 32)).join('')
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
