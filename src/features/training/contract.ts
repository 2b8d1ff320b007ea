/** The routes of this feature. */
export const trainingContract = {} as const
