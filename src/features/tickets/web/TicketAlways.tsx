import { AddRegular } from '@fluentui/react-icons/svg/add'
import { MailInboxRegular } from '@fluentui/react-icons/svg/mail-inbox'
import { useCommands, useSearchSource } from '#ui/commands/commands.tsx'
import { useGo } from '#ui/pages/address.ts'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import { useLiveRefresh } from './live-refresh.ts'
import { ticketApi } from './queries.ts'

/** For those who work on tickets: they are found from everywhere, and what is on the page stays fresh. */
export function TicketAlways() {
  const t = useWords('tickets')
  const go = useGo()
  const mayOpen = hasAnyRole(useSignedIn(), ['agent', 'lead'])
  useLiveRefresh()
  useCommands([
    ...(mayOpen
      ? [
          {
            id: 'tickets.open',
            label: t('palette.open'),
            icon: AddRegular,
            run: () => go('/desk', { search: { new: true } }),
          },
          {
            id: 'tickets.to-do',
            label: t('palette.toDo'),
            icon: MailInboxRegular,
            run: () => go('/desk', { search: { view: 'to-do' } }),
          },
        ]
      : []),
    {
      id: 'tickets.unassigned',
      label: t('palette.unassigned'),
      icon: MailInboxRegular,
      run: () => go('/desk', { search: { view: 'tier-1-unassigned' } }),
    },
  ])
  useSearchSource({
    id: 'tickets',
    label: t('palette.tickets'),
    find: async (text, signal) => {
      const query = { words: text, state: 'all', limit: 8 } as const
      const { tickets } = await ticketApi('GET /api/v1/tickets', { query, signal })
      return tickets.map((row) => ({
        id: row.id,
        title: `T-${row.number} ${row.subject}`,
        detail: t('palette.detail', { name: row.requester.name, stage: t.any(`stages.${row.stage}`) }),
        to: `/tickets/${row.number}`,
        icon: MailInboxRegular,
      }))
    },
  })
  return null
}
