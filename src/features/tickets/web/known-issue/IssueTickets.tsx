import { makeStyles, tokens } from '@fluentui/react-components'
import { queryOptions, useQueries } from '@tanstack/react-query'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { ticketApi } from '../queries.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
  },
})

const ticketById = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'by-id', id],
    queryFn: ({ signal }) => ticketApi('GET /api/v1/tickets/:id', { params: { id }, signal }),
    retry: false,
  })

/** The tickets that a known issue came from and was of use in, by number. */
export function IssueTickets({ ticketIds }: { readonly ticketIds: readonly string[] }) {
  const styles = useStyles()
  const tickets = useQueries({ queries: ticketIds.map(ticketById) })
  const found = tickets.flatMap(({ data }) => (data?.view === 'desk' ? data : []))
  if (found.length === 0) return null
  return (
    <ul className={styles.list}>
      {found.map(({ number, ticket: { subject } }) => (
        <li key={number} dir="auto">
          <PageLink to={`/tickets/${number}`}>{`T-${number} · ${subject}`}</PageLink>
        </li>
      ))}
    </ul>
  )
}
