import { actionRoutes } from './contract/actions.ts'
import { contextRoutes } from './contract/context-routes.ts'
import { findingRoutes } from './contract/findings.ts'

/** The routes of this feature. */
export const deviceContract = { ...contextRoutes, ...actionRoutes, ...findingRoutes } as const
