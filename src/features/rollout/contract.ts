/** The routes of this feature. */
export const rolloutContract = {} as const
