import type { trainingContract } from '#features/training/contract.ts'
import type { Rows } from '../outcomes.ts'

export const trainingRows: Rows<typeof trainingContract> = {}
