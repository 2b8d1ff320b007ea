import type { triageContract } from '#features/triage/contract.ts'
import type { Rows } from '../outcomes.ts'

export const triageRows: Rows<typeof triageContract> = {}
