import { makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { ButtonLink, PageLink } from '#ui/pages/PageLink.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { myTickets } from './queries.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  item: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  subject: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground2 },
})

/** My tickets: what is open first. */
export function MyTicketsPage() {
  const t = useWords('portal')
  const queries = useQueryClient()
  useLive('my-ticket', () => void queries.invalidateQueries({ queryKey: ['portal'] }))
  const list = useQuery(myTickets)
  return (
    <Page title={t('mine.title')} action={<Report />}>
      <Loaded query={list}>
        {({ tickets }) =>
          tickets.length === 0 ? (
            <EmptyState title={t('mine.none')} text={t('mine.noneText')} action={<Report />} />
          ) : (
            <>
              <Tickets tickets={tickets.filter((ticket) => ticket.stage !== 'closed')} />
              {tickets.some((ticket) => ticket.stage === 'closed') && (
                <Section title={t('mine.closed')}>
                  <Tickets tickets={tickets.filter((ticket) => ticket.stage === 'closed')} />
                </Section>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function Report() {
  const t = useWords('portal')
  return (
    <ButtonLink to="/portal/report" appearance="primary" icon={<AddRegular aria-hidden />}>
      {t('mine.report')}
    </ButtonLink>
  )
}

type Row = {
  readonly id: string
  readonly number: number
  readonly subject: string
  readonly stage: string
  readonly waiting: string | null
  readonly changedAt: string
}

function Tickets({ tickets }: { readonly tickets: readonly Row[] }) {
  const t = useWords('portal')
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {tickets.map((ticket) => (
        <li key={ticket.id} className={styles.item}>
          <PageLink to={`/portal/tickets/${ticket.number}`}>
            <span className={styles.subject}>{ticket.subject}</span>
          </PageLink>
          <span>{t.any(`short.${ticket.waiting === 'requester' ? 'waiting' : ticket.stage}`)}</span>
          <span className={styles.detail}>
            T-{ticket.number} · {t('mine.changed')} <Time at={ticket.changedAt} form="relative" />
          </span>
        </li>
      ))}
    </ul>
  )
}
