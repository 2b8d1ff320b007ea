/** The routes of this feature. */
export const tenantContract = {} as const
