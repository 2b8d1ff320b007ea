import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { client } from '#ui/api/client.ts'
import { useLive } from '#ui/live/live.tsx'
import type { knowledgeContract } from '../contract.ts'
import type { IssueDetail } from '../contract/issue-view.ts'

export const knowledgeApi = client<typeof knowledgeContract>()
export const knowledgeKey = ['knowledge'] as const

export type Asked = Readonly<Record<string, string | undefined>>

export const issues = (asked: Asked, limit = 50) =>
  queryOptions({
    queryKey: [...knowledgeKey, 'list', asked, limit],
    queryFn: ({ signal }) =>
      knowledgeApi('GET /api/v1/knowledge/issues', { query: { ...asked, limit } as never, signal }),
    placeholderData: keepPreviousData,
  })

export const issue = (id: string) =>
  queryOptions({
    queryKey: [...knowledgeKey, 'one', id],
    queryFn: ({ signal }) => knowledgeApi('GET /api/v1/knowledge/issues/:id', { params: { id }, signal }),
  })

export const issueHistory = (id: string) =>
  queryOptions({
    queryKey: [...knowledgeKey, 'history', id],
    queryFn: ({ signal }) => knowledgeApi('GET /api/v1/knowledge/issues/:id/history', { params: { id }, signal }),
  })

export const toReview = queryOptions({
  queryKey: [...knowledgeKey, 'review'],
  queryFn: ({ signal }) => knowledgeApi('GET /api/v1/knowledge/review', { signal }),
})

export const resources = queryOptions({
  queryKey: [...knowledgeKey, 'resources'],
  queryFn: ({ signal }) => knowledgeApi('GET /api/v1/knowledge/resources', { signal }),
})

/** Shows at once what an answer says of an issue, and asks for the rest anew. */
export function useShown(): (detail: IssueDetail) => Promise<void> {
  const queryClient = useQueryClient()
  return useCallback(
    async (detail) => {
      queryClient.setQueryData([...knowledgeKey, 'one', detail.id], detail)
      await queryClient.invalidateQueries({ queryKey: knowledgeKey })
    },
    [queryClient],
  )
}

/** Everything shown of knowledge is asked for anew when somebody changes some of it. */
export function useKnowledgeLive(): void {
  const queryClient = useQueryClient()
  useLive('knowledge', () => void queryClient.invalidateQueries({ queryKey: knowledgeKey }))
}
