import type { vendorCaseContract } from '#features/vendor-cases/contract.ts'
import type { Rows } from '../outcomes.ts'

export const vendorCaseRows: Rows<typeof vendorCaseContract> = {}
