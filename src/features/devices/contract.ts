/** The routes of this feature. */
export const deviceContract = {} as const
