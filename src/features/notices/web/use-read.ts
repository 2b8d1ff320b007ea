import { useMutation, useQueryClient } from '@tanstack/react-query'
import { noticeApi, notices } from './notice-queries.ts'

/** Marks one notice as read, or the news up to a moment. */
export function useRead() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { readonly until: string } | { readonly id: string }) =>
      noticeApi('POST /api/v1/notices/read', { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: notices.queryKey }),
  })
}
