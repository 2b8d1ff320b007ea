import type { Instant } from './instant.ts'

/** What a person may do, besides working in a tier (which follows from team membership and certification). */
export const roles = [
  'requester',
  'agent',
  'lead',
  'plan-owner',
  'rollout-manager',
  'administrator',
  'auditor',
] as const
export type Role = (typeof roles)[number]

/** Everybody who works on support: who may look people up. A requester alone may not. */
export const staffRoles = roles.filter((role) => role !== 'requester')

/** What somebody may be in practice: those who work tickets, and those whom they help. */
export const practisedRoles: readonly Role[] = ['requester', 'agent', 'lead']

export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

export const themes = ['system', 'light', 'dark', 'high-contrast'] as const
export type Theme = (typeof themes)[number]

/** Anyone Tierwise knows: the same person may ask for help and give it. */
export type Person = {
  readonly id: string
  readonly name: string
  /** Lower case; one per organisation. */
  readonly email: string
  readonly language: Language
  readonly theme: Theme
  /** Groups of the directory; a rollout wave names groups. */
  readonly groups: readonly string[]
  readonly roles: readonly Role[]
  /** When they first signed in; null: an invitation is open, or they only write mail. */
  readonly joinedAt: Instant | null
  readonly disabledAt: Instant | null
}

export function isStaff(person: { readonly roles: readonly Role[] }): boolean {
  return person.roles.some((role) => role !== 'requester')
}

/** Each role once, in the fixed order. */
export function inOrder(given: readonly Role[]): Role[] {
  return roles.filter((role) => given.includes(role))
}
