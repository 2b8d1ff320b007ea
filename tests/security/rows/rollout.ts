import type { rolloutContract } from '#features/rollout/contract.ts'
import type { Rows } from '../outcomes.ts'

export const rolloutRows: Rows<typeof rolloutContract> = {}
