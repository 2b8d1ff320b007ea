import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Suspense } from 'react'
import { Page, Section } from '#ui/page/Page.tsx'
import { EmptyState, LoadingState } from '#ui/page/states.tsx'
import { ButtonLink, PageLink } from '#ui/pages/PageLink.tsx'
import { onDemand } from '#ui/pages/on-demand.ts'
import { Slot, useShown } from '#ui/pages/slots.tsx'
import { useNow } from '#ui/time/now.ts'
import { useWords } from '#ui/words/words.ts'
import { DutyRow } from './DutyRow.tsx'
import { Figures } from './Figures.tsx'
import { Guidance } from './Guidance.tsx'
import { inTurn, isLate, myWork } from './my-work.ts'

const most = 25

/** A colleague waits for these, and they hold for a day only. */
const lapsing = ['devices.agree']

const AlsoWaits = onDemand(() => import('#features/notices/web/AlsoWaits.tsx').then((module) => module.AlsoWaits))

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(260px, 1fr)',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalXL,
    alignItems: 'start',
    '@media (max-width: 960px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL, minWidth: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
})

/** What must I do now? My duties by when they are due, each with the move to make. */
export function TodayPage() {
  const t = useWords('tickets')
  const styles = useStyles()
  const work = useQuery(myWork)
  const now = useNow()
  const shown = useShown('tickets.today')
  const total = work.data?.total
  const rows = inTurn(work.data?.tickets ?? [])
  const missed = rows.filter((row) => isLate(row, now)).length
  const state =
    total &&
    [
      total.count === 0
        ? t('today.stateNone')
        : t(total.more ? 'today.stateMore' : 'today.state', { count: total.count }),
      ...(missed > 0 ? [t('today.missed', { count: missed })] : []),
    ].join(' ')
  return (
    <Page
      title={t('today.title')}
      width="work"
      state={state}
      action={<ButtonLink to="/desk">{t('today.all')}</ButtonLink>}
    >
      <Suspense>
        <Guidance />
      </Suspense>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Suspense>
            <AlsoWaits shown={['tickets', ...shown]} first={lapsing} />
          </Suspense>
          <Section title={t('today.duties')}>
            <Loaded query={work} skeleton={<LoadingState rows={6} />}>
              {({ total: all }) =>
                rows.length === 0 ? (
                  <EmptyState title={t('today.done')} text={t('today.doneText')} />
                ) : (
                  <>
                    <ul className={styles.list}>
                      {rows.slice(0, most).map((row) => (
                        <DutyRow key={row.id} row={row} />
                      ))}
                    </ul>
                    {all.count > most && (
                      <PageLink to="/desk" search={{ view: 'to-do' }}>
                        {t('today.more', { count: all.count - most })}
                      </PageLink>
                    )}
                  </>
                )
              }
            </Loaded>
          </Section>
        </div>
        <div className={styles.column}>
          <Slot name="tickets.today" of={{}} />
          <Figures />
        </div>
      </div>
    </Page>
  )
}
