import { useQuery } from '@tanstack/react-query'
import { firstAidOf } from '#features/knowledge/web/queries.ts'
import { reachOf } from '../queries.ts'

/**
 * What the requester of a ticket may read of a known issue, in their language; empty where there is nothing for them in it, null where
 * no issue is chosen and until both are known.
 */
export function useFirstAidWords(ticketId: string, issueId: string | null): string | null {
  const language = useQuery(reachOf(ticketId)).data?.language
  const steps = useQuery({ ...firstAidOf(issueId ?? ''), enabled: issueId !== null }).data?.steps
  return issueId !== null && language && steps ? steps[language].join('\n') : null
}
