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

export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

export const themes = ['system', 'light', 'dark', 'high-contrast'] as const
export type Theme = (typeof themes)[number]
