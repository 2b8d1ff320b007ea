import type { bridgeContract } from '#features/bridges/contract.ts'
import type { Rows } from '../outcomes.ts'

export const bridgeRows: Rows<typeof bridgeContract> = {}
