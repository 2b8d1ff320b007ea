/** The routes of this feature. */
export const triageContract = {} as const
