import { queryOptions } from '@tanstack/react-query'
import { client } from '#ui/api/client.ts'
import type { noticeContract } from '../contract.ts'

export const noticeApi = client<typeof noticeContract>()

export const notices = queryOptions({
  queryKey: ['notices'],
  queryFn: ({ signal }) => noticeApi('GET /api/v1/notices', { signal }),
})
