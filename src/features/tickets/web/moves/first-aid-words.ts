import { queryOptions, useQuery } from '@tanstack/react-query'
import { knowledgeApi, knowledgeKey } from '#features/knowledge/web/queries.ts'
import { reachOf } from '../queries.ts'

const firstAidOf = (id: string) =>
  queryOptions({
    queryKey: [...knowledgeKey, 'first-aid', id],
    queryFn: ({ signal }) =>
      knowledgeApi('GET /api/v1/knowledge/issues/:id/first-aid', { params: { id }, signal }),
  })

/**
 * What the requester of a ticket may read of a known issue, in their language; empty where there is nothing for them in it, null where
 * no issue is chosen and until both are known.
 */
export function useFirstAidWords(ticketId: string, issueId: string | null): string | null {
  const language = useQuery(reachOf(ticketId)).data?.language
  const steps = useQuery({ ...firstAidOf(issueId ?? ''), enabled: issueId !== null }).data?.steps
  return issueId !== null && language && steps ? steps[language].join('\n') : null
}
