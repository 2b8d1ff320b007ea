import type { trainingContract } from '#features/training/contract.ts'
import type { Rows } from '../outcomes.ts'
import { courseRows } from './training-courses.ts'
import { practiceRows } from './training-practice.ts'
import { retrainingRows } from './training-retraining.ts'

export const trainingRows: Rows<typeof trainingContract> = {
  ...courseRows,
  ...practiceRows,
  ...retrainingRows,
}
