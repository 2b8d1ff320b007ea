import type { Role } from '#features/people/domain/person.ts'

/** Who works on tickets, and whoever looks on. Requesters see nothing of it. */
export const contextReaders = [
  'agent',
  'lead',
  'plan-owner',
  'rollout-manager',
  'administrator',
  'auditor',
] as const satisfies readonly Role[]
