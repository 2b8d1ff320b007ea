import type { Role } from '#features/people/domain/person.ts'

/** Who sees every ticket of the organisation; a requester sees their own. */
export const staffRoles: readonly Role[] = [
  'agent',
  'lead',
  'plan-owner',
  'rollout-manager',
  'administrator',
  'auditor',
]

export function isStaff(roles: readonly string[]): boolean {
  return staffRoles.some((role) => roles.includes(role))
}
