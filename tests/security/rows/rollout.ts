import type { rolloutContract } from '#features/rollout/contract.ts'
import type { Rows } from '../outcomes.ts'
import { involvementRows } from './rollout-involvement.ts'

export const rolloutRows: Rows<typeof rolloutContract> = {
  ...involvementRows,
}
