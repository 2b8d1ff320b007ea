import type { tenantContract } from '#features/tenant/contract.ts'
import type { Rows } from '../outcomes.ts'

export const tenantRows: Rows<typeof tenantContract> = {}
