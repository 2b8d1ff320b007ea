import type { Role } from '#features/people/domain/person.ts'

/** Who moves open tickets to another version of the plan: leads, and those who answer for the plan. */
export const migrators = ['lead', 'plan-owner', 'administrator'] as const satisfies readonly Role[]
