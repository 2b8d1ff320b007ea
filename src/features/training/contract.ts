import { practiceContract } from './contract/practice.ts'

/** The routes of this feature. Whoever practises is trained in the real organisation all the same. */
export const trainingContract = {
  ...practiceContract,
} as const
