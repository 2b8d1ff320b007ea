import { makeStyles, tokens } from '@fluentui/react-components'
import { useQueries } from '@tanstack/react-query'
import { Page, Section } from '#ui/page/Page.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/page/states.tsx'
import { ButtonLink, PageLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import { myDuties } from '../queries.ts'
import { DutyRow } from './DutyRow.tsx'
import { Figures } from './Figures.tsx'
import { Guidance } from './Guidance.tsx'

const kinds = ['accept', 'contact', 'answer-question', 'investigate', 'take-note'] as const
const most = 25

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(260px, 1fr)',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalXL,
    alignItems: 'start',
    '@media (max-width: 960px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
})

/** What must I do now? My duties by when they are due, each with the move to make. */
export function TodayPage() {
  const t = useWords('tickets')
  const styles = useStyles()
  const found = useQueries({ queries: kinds.map((kind) => myDuties(kind)) })
  const failed = found.find((one) => one.isError && one.data === undefined)
  const isPending = found.some((one) => one.isPending)
  const count = found.reduce((sum, one) => sum + (one.data?.total.count ?? 0), 0)
  const duties = found
    .flatMap(({ data }) => data?.tickets.map((row) => ({ row, duty: data.duty })) ?? [])
    .toSorted((one, other) => (one.row.dueAt ?? '9').localeCompare(other.row.dueAt ?? '9'))
    .slice(0, most)
  return (
    <Page
      title={t('today.title')}
      width="work"
      state={isPending ? undefined : count === 0 ? t('today.stateNone') : t('today.state', { count })}
      action={<ButtonLink to="/desk">{t('today.all')}</ButtonLink>}
    >
      <Guidance />
      <div className={styles.columns}>
        <Section title={t('today.duties')}>
          {failed ? (
            <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
          ) : isPending ? (
            <LoadingState rows={6} />
          ) : duties.length === 0 ? (
            <EmptyState title={t('today.done')} text={t('today.doneText')} />
          ) : (
            <>
              <ul className={styles.list}>
                {duties.map(({ row, duty }) => (
                  <DutyRow key={`${duty} ${row.id}`} row={row} duty={duty} />
                ))}
              </ul>
              {count > duties.length && (
                <PageLink to="/desk" search={{ view: 'to-do' }}>
                  {t('today.more', { count: count - duties.length })}
                </PageLink>
              )}
            </>
          )}
        </Section>
        <Figures />
      </div>
    </Page>
  )
}
