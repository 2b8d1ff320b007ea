import type { rolloutContract } from '#features/rollout/contract.ts'
import type { Rows } from '../outcomes.ts'
import { involvementRows } from './rollout-involvement.ts'
import { waveRows } from './rollout-waves.ts'

export const rolloutRows: Rows<typeof rolloutContract> = {
  ...involvementRows,
  ...waveRows,
}
