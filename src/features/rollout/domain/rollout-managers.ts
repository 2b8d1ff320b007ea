import type { Role } from '#features/people/domain/person.ts'

/** Who plans waves, writes to their people and keeps track of what was promised. */
export const rolloutManagers = [
  'rollout-manager',
  'plan-owner',
  'administrator',
] as const satisfies readonly Role[]
