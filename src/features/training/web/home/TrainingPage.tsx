import { Button } from '@fluentui/react-components'
import { CalendarAddRegular } from '@fluentui/react-icons/svg/calendar-add'
import { OrganizationRegular } from '@fluentui/react-icons/svg/organization'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { ApiProblem } from '#ui/api/problem.ts'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { Tabs } from '#ui/page/Tabs.tsx'
import { useAddress } from '#ui/pages/address.ts'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { onDemand, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { useWords } from '#ui/words/words.ts'
import type { TrainingHome } from '../../contract/sessions.ts'
import type { PlanFor } from '../sessions/PlanSessionDialog.tsx'
import { home } from '../queries.ts'
import { useTrainingLive } from '../training-words.ts'
import { Mine } from './Mine.tsx'
import { SessionsView } from './SessionsView.tsx'
import { TeamView } from './TeamView.tsx'

const PlanSessionDialog = onDemand(() =>
  import('../sessions/PlanSessionDialog.tsx').then((module) => module.PlanSessionDialog),
)

const views = ['mine', 'team', 'sessions'] as const
type View = (typeof views)[number]
const readView = ({ view }: Readonly<Record<string, unknown>>) => ({
  view: views.find((one) => one === view) ?? ('mine' as View),
})

/** What I need, who of my team lacks what, and which training sessions there are. */
export function TrainingPage() {
  const t = useWords('training')
  const query = useQuery(home)
  const [{ view }, change] = useAddress(readView)
  const planning = useDialog<PlanFor>()
  useFetchedWhenIdle([PlanSessionDialog])
  useTrainingLive()
  if (query.error instanceof ApiProblem && query.error.code === 'no-published-plan') {
    return (
      <Page title={t('home.title')}>
        <EmptyState
          title={t('home.noPlan')}
          text={t('home.noPlanText')}
          action={<ButtonLink to="/plan">{t('home.toPlan')}</ButtonLink>}
        />
      </Page>
    )
  }
  const may = query.data?.may
  const at = view === 'team' && may?.lead === false ? 'mine' : view
  return (
    <Page
      title={t('home.title')}
      width="work"
      state={query.data && <StateLine shown={query.data} />}
      action={
        <>
          <ButtonLink to="/training/lineage" icon={<OrganizationRegular aria-hidden />}>
            {t('home.lineage')}
          </ButtonLink>
          {may?.plan && (
            <Button
              appearance="primary"
              icon={<CalendarAddRegular aria-hidden />}
              onClick={() => planning.show({ courseKey: null, people: [] })}
            >
              {t('home.plan')}
            </Button>
          )}
        </>
      }
    >
      <Loaded query={query}>
        {(shown) => (
          <>
            <Tabs
              label={t('home.views')}
              tabs={views
                .filter((one) => one !== 'team' || shown.may.lead)
                .map((value) => ({ value, text: t(`home.view.${value}`) }))}
              value={at}
              onChange={(value) => change({ view: value })}
            />
            {at === 'mine' && <Mine shown={shown} />}
            {at === 'team' && <TeamView onPlan={planning.show} />}
            {at === 'sessions' && <SessionsView />}
            {planning.of && (
              <Suspense>
                <PlanSessionDialog
                  key={planning.turn}
                  shown={shown}
                  wanted={planning.of}
                  open={planning.open}
                  onClose={planning.hide}
                />
              </Suspense>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function StateLine({ shown }: { readonly shown: TrainingHome }) {
  const t = useWords('training')
  const lacking = shown.courses.filter(
    ({ standing }) => standing.state === 'missing' || standing.state === 'ended',
  )
  const ending = shown.courses.filter(({ standing }) => standing.state === 'ending')
  if (lacking.length > 0) return t('home.lacks', { count: lacking.length })
  if (ending.length > 0) return t('home.ends', { count: ending.length })
  return shown.courses.length > 0 ? t('home.fine') : t('home.nothingNeeded')
}
