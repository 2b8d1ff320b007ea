import { useQueryClient } from '@tanstack/react-query'
import { useIntent } from '#ui/api/intent.ts'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useGo } from '#ui/pages/address.ts'
import { useWords } from '#ui/words/words.ts'
import { bridgeApi, bridgeKey } from '../queries.ts'

/** Calls the bridge that was proposed and goes there, or lets it be. */
export function useProposalAnswer(proposalId: string): (call: boolean) => Promise<boolean> {
  const t = useWords('bridges')
  const queries = useQueryClient()
  const toast = useToast()
  const go = useGo()
  const { attempt } = useAttempt(useRefusals('bridges'))
  const intent = useIntent()
  return (call) =>
    attempt(
      async () => {
        const { meeting } = await bridgeApi('POST /api/v1/bridges/proposals/:id/answer', {
          params: { id: proposalId },
          body: { call },
          key: intent.key(),
        })
        intent.done()
        if (meeting) go(`/bridge/${meeting.id}`)
        else toast({ text: t('proposals.letBeDone'), tone: 'info' })
      },
      () => queries.invalidateQueries({ queryKey: bridgeKey }),
    )
}
