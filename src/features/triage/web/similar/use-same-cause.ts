import { useQueryClient } from '@tanstack/react-query'
import { ticketApi } from '#features/tickets/web/queries.ts'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import type { SimilarTickets } from '../../contract/similar.ts'
import type { SameCause } from '../../domain/same-cause.ts'
import { causesKey, triageApi } from '../causes/cause-queries.ts'

type One = SimilarTickets['similar'][number]
type Said = Extract<SameCause, { readonly kind: 'join' | 'apart' }>

/** Says of a ticket and another that they have the same cause: one joins the cause of the other, or they are linked and no more. */
export function useSameCause(ticketId: string) {
  const t = useWords('triage')
  const queries = useQueryClient()
  const toast = useToast()
  const { attempt, working } = useAttempt(useRefusals('triage', 'tickets'))
  const say = ({ ticket }: One, meant: Said) =>
    attempt(
      async () => {
        if (meant.kind === 'join') {
          const joins = meant.joins === 'this' ? ticketId : ticket.id
          await triageApi('POST /api/v1/triage/causes/:id/tickets', {
            params: { id: meant.causeId },
            body: { ticketId: joins },
          })
        } else {
          await ticketApi('POST /api/v1/tickets/:id/moves', {
            params: { id: ticketId },
            body: { move: { move: 'link', ticketId: ticket.id, kind: 'same-cause' } },
          })
        }
        const said = meant.kind === 'join' ? 'similar.linkedNow' : 'similar.apart'
        toast({ text: t(said, { number: ticket.number }), tone: 'success' })
      },
      () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: causesKey }),
          queries.invalidateQueries({ queryKey: ['tickets'] }),
        ]),
    )
  return { say, working }
}
