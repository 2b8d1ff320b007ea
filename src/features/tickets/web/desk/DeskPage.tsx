import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Suspense, useDeferredValue, useState } from 'react'
import { published } from '#features/plan/web/queries.ts'
import { ApiProblem } from '#ui/api/problem.ts'
import { useKeys } from '#ui/keys/keys.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState, LoadingState } from '#ui/page/states.tsx'
import { useAddress } from '#ui/pages/address.ts'
import { onDemand, useEver, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import type { TicketRow } from '../../contract/list.ts'
import { viewOf } from '../../domain/desk-views.ts'
import { ticketPages } from '../queries.ts'
import { useChosenColumns } from './chosen-columns.ts'
import { DeskFilters } from './DeskFilters.tsx'
import { DeskList } from './DeskList.tsx'
import { DeskViews } from './DeskViews.tsx'
import { readDesk } from './desk-address.ts'
import { useWide } from './wide.ts'

const TicketPreview = onDemand(() => import('./TicketPreview.tsx').then((module) => module.TicketPreview))
const OpenTicketDialog = onDemand(() => import('./OpenTicketDialog.tsx').then((module) => module.OpenTicketDialog))
const later = [TicketPreview, OpenTicketDialog]

const useStyles = makeStyles({
  desk: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXL,
    flexGrow: 1,
    minHeight: 0,
    '@media (max-width: 900px)': { flexDirection: 'column', rowGap: tokens.spacingVerticalM },
    '@media (max-height: 480px)': { minHeight: '360px' },
  },
  middle: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    minHeight: 0,
  },
  choose: { margin: 0, color: tokens.colorNeutralForeground2 },
  preview: { width: '400px', flexShrink: 0, minHeight: 0, overflowY: 'auto' },
})

const densityKey = 'tierwise.desk.density'

/** What must I do now, and what do the others have: views, list, and the chosen ticket. */
export function DeskPage() {
  const t = useWords('tickets')
  const styles = useStyles()
  const me = useSignedIn()
  const [address, change] = useAddress(readDesk)
  const hasOpened = useEver(address.new === true)
  useFetchedWhenIdle(later)
  const [chosen, setChosen] = useState<TicketRow | null>(null)
  const [isCompact, setCompact] = useState(() => localStorage.getItem(densityKey) === 'compact')
  const [chosenColumns, chooseColumns] = useChosenColumns()
  const isWide = useWide()
  const plan = useQuery(published)
  const mayOpen = hasAnyRole(me, ['agent', 'lead'])
  const view = viewOf(address.view ?? (mayOpen ? 'to-do' : 'all'))
  const words = useDeferredValue(address.words)
  const sort = address.sort ?? (view.key === 'closed' ? 'changed' : 'due')
  const direction: 'asc' | 'desc' = address.direction ?? (sort === 'due' ? 'asc' : 'desc')
  const { priority, platform, category, wave, planVersion } = address
  const due = address.due ?? view.filter.due
  const list = useInfiniteQuery({
    ...ticketPages({
      ...view.filter,
      ...{ words, priority, platform, category, wave, planVersion, due, sort, direction },
    }),
    placeholderData: keepPreviousData,
  })
  const isFiltered = [words, priority, platform, category, wave, planVersion, address.due].some(
    (one) => one !== undefined,
  )
  const total = list.data?.pages[0]?.total
  const open = () => change({ new: true })
  useKeys(t('keys.desk'), [
    { keys: 'c', label: t('desk.open'), run: open, when: mayOpen && chosen === null },
    { keys: '/', label: t('keys.search'), run: () => document.getElementById('desk-search')?.focus() },
  ])

  const name = t.any(`desk.viewNames.${view.name}`)
  const title = view.tier === null ? name : t('desk.viewInTier', { view: name, tier: view.tier })
  const hasNoPlan = plan.error instanceof ApiProblem && plan.error.status === 404
  return (
    <Page
      title={t('desk.title')}
      width="fill"
      state={
        total && !hasNoPlan && t(total.more ? 'desk.stateMore' : 'desk.state', { view: title, count: total.count })
      }
      action={
        mayOpen && (
          <Button
            appearance="primary"
            icon={<AddRegular aria-hidden />}
            disabledFocusable={hasNoPlan}
            onClick={open}
          >
            {t('desk.open')}
          </Button>
        )
      }
    >
      {hasNoPlan ? (
        <EmptyState
          title={t('desk.noPlan')}
          text={t('desk.noPlanText')}
          action={<ButtonLink to="/plan">{t('desk.toPlan')}</ButtonLink>}
        />
      ) : (
        <div className={styles.desk}>
          <DeskViews shown={view} />
          <div className={styles.middle}>
            <DeskFilters
              view={view}
              isFiltered={isFiltered}
              isCompact={isCompact}
              onCompact={(wanted) => {
                localStorage.setItem(densityKey, wanted ? 'compact' : 'comfortable')
                setCompact(wanted)
              }}
              chosenColumns={chosenColumns}
              onChooseColumns={chooseColumns}
            />
            <Loaded query={list}>
              {({ pages }) => (
                <DeskList
                  rows={pages.flatMap((page) => page.tickets)}
                  total={total?.count ?? 0}
                  view={view}
                  isFiltered={isFiltered}
                  sort={{ column: sort, direction: direction === 'asc' ? 'up' : 'down' }}
                  onSort={(wanted) =>
                    change({ sort: wanted.column, direction: wanted.direction === 'up' ? 'asc' : 'desc' })
                  }
                  onChoose={setChosen}
                  isCompact={isCompact}
                  chosenColumns={chosenColumns}
                  click={isWide ? 'choose' : 'open'}
                  onEnd={() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage()}
                />
              )}
            </Loaded>
          </div>
          {isWide && (
            <aside className={styles.preview} aria-label={t('desk.preview')}>
              {chosen ? (
                <Suspense fallback={<LoadingState />}>
                  <TicketPreview number={chosen.number} />
                </Suspense>
              ) : (
                <p className={styles.choose}>{t('desk.choose')}</p>
              )}
            </aside>
          )}
        </div>
      )}
      <Suspense>
        {mayOpen && plan.data && hasOpened && (
          <OpenTicketDialog
            open={address.new === true}
            plan={plan.data.document}
            onClose={() => change({ new: undefined })}
          />
        )}
      </Suspense>
    </Page>
  )
}
