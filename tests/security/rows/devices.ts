import type { deviceContract } from '#features/devices/contract.ts'
import type { Rows } from '../outcomes.ts'

export const deviceRows: Rows<typeof deviceContract> = {}
