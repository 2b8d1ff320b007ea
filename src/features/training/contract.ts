import { courseRoutes } from './contract/courses.ts'
import { lineageRoutes } from './contract/lineage.ts'
import { practiceContract } from './contract/practice.ts'
import { retrainingContract } from './contract/retraining.ts'
import { sessionRoutes } from './contract/sessions.ts'

/** The routes of this feature. Whoever practises is trained in the real organisation all the same. */
export const trainingContract = {
  ...courseRoutes,
  ...sessionRoutes,
  ...lineageRoutes,
  ...practiceContract,
  ...retrainingContract,
} as const
