import type { knowledgeContract } from '#features/knowledge/contract.ts'
import type { Rows } from '../outcomes.ts'

export const knowledgeRows: Rows<typeof knowledgeContract> = {}
