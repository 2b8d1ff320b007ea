/** The routes of this feature. */
export const bridgeContract = {} as const
