import { candidateRoutes } from './contract/candidates.ts'
import { causeRoutes } from './contract/causes.ts'
import { shiftLeftRoutes } from './contract/shift-left.ts'
import { similarRoutes } from './contract/similar.ts'

/** The routes of this feature. */
export const triageContract = { ...candidateRoutes, ...similarRoutes, ...causeRoutes, ...shiftLeftRoutes } as const
