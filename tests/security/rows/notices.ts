import type { noticeContract } from '#features/notices/contract.ts'
import { everybody, noAsk, type Rows } from '../outcomes.ts'

export const noticeRows: Rows<typeof noticeContract> = {
  'GET /api/v1/notices': { ask: noAsk, outcomes: everybody('200') },
  'POST /api/v1/notices/read': {
    ask: () => ({ body: { until: '2026-11-23T09:00:00.000Z' } }),
    outcomes: everybody('204'),
  },
}
