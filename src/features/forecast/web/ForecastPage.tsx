import { useQuery, useQueryClient } from '@tanstack/react-query'
import { planEditors } from '#features/plan/domain/versions/version.ts'
import { ApiProblem } from '#ui/api/problem.ts'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { type Search, useAddress } from '#ui/pages/address.ts'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { ForecastView } from './ForecastView.tsx'
import { PlanChoice } from './PlanChoice.tsx'
import { inputs, type WhichPlan } from './queries.ts'
import { useForecastWords } from './words.ts'

function readAddress({ plan }: Search): { readonly plan: WhichPlan } {
  const number = Number(plan)
  return { plan: plan === 'draft' ? 'draft' : Number.isInteger(number) && number > 0 ? number : 'published' }
}

/** Whether a plan will hold: what comes in, how long people wait, and what could be done about it. */
export function ForecastPage() {
  const { t } = useForecastWords()
  const queries = useQueryClient()
  const [{ plan }, change] = useAddress(readAddress)
  const editor = hasAnyRole(useSignedIn(), planEditors)
  const read = useQuery(inputs(plan))
  useLive('plan', () => void queries.invalidateQueries({ queryKey: ['forecast'] }))
  const isNone = read.error instanceof ApiProblem && read.error.status === 404
  return (
    <Page
      title={t('page.title')}
      width="work"
      back={{ to: '/plan', label: t('page.toPlan') }}
      action={
        <>
          {editor && (
            <ButtonLink to="/plan/replay" search={plan === 'published' ? {} : { plan }}>
              {t('replay.link')}
            </ButtonLink>
          )}
          <PlanChoice plan={plan} onChange={(chosen) => change({ plan: chosen }, 'push')} />
        </>
      }
    >
      {isNone ? (
        <EmptyState title={t('page.none')} text={t('page.noneText')} />
      ) : (
        <Loaded query={read}>{(loaded) => <ForecastView key={String(plan)} inputs={loaded} />}</Loaded>
      )}
    </Page>
  )
}
