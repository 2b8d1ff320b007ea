/** The routes of this feature. */
export const knowledgeContract = {} as const
