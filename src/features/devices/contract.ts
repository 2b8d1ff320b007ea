import { contextRoutes } from './contract/context-routes.ts'

/** The routes of this feature. */
export const deviceContract = { ...contextRoutes } as const
