/** Who works at the desk: sees all tickets of the organisation. */
export const deskRoles: readonly string[] = [
  'agent',
  'lead',
  'plan-owner',
  'rollout-manager',
  'administrator',
  'auditor',
]
