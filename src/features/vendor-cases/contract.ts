/** The routes of this feature. */
export const vendorCaseContract = {} as const
