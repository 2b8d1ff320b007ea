import type { trainingContract } from '#features/training/contract.ts'
import type { Rows } from '../outcomes.ts'
import { practiceRows } from './training-practice.ts'
import { retrainingRows } from './training-retraining.ts'

export const trainingRows: Rows<typeof trainingContract> = {
  ...practiceRows,
  ...retrainingRows,
}
