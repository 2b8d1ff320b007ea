import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { usePathParams } from '#ui/pages/address.ts'
import { useWords } from '#ui/words/words.ts'
import { asRequester, myTicket, type OwnMove, ticketApi } from './queries.ts'
import { OwnTicket } from './ticket/OwnTicket.tsx'

/** One ticket as its requester follows it. */
export function MyTicketPage() {
  const t = useWords('portal')
  const { number = '' } = usePathParams()
  const queries = useQueryClient()
  const query = myTicket(Number(number))
  const ticket = useQuery(query)
  useLive('my-ticket', () => void queries.invalidateQueries({ queryKey: query.queryKey }))
  const make = async (move: OwnMove) => {
    if (!ticket.data) return
    const answer = await ticketApi('POST /api/v1/tickets/:id/moves', {
      params: { id: ticket.data.id },
      query: { as: 'requester' },
      body: { version: ticket.data.version, move },
    })
    queries.setQueryData(query.queryKey, asRequester(answer))
    await queries.invalidateQueries({ queryKey: ['portal', 'mine'] })
  }
  return (
    <Page title={ticket.data?.subject ?? `T-${number}`} back={{ to: '/portal', label: t('mine.title') }}>
      <Loaded query={ticket}>{(shown) => <OwnTicket shown={shown} make={make} mayAttach />}</Loaded>
    </Page>
  )
}
