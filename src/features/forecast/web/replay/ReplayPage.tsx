import { useQuery, useQueryClient } from '@tanstack/react-query'
import { draft, version, versions } from '#features/plan/web/queries.ts'
import type { PlanVersionSummary } from '#features/plan/contract.ts'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { type Search, useAddress } from '#ui/pages/address.ts'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { useForecastStyles } from '../forecast-styles.ts'
import { useForecastWords } from '../words.ts'
import { ReplayForm } from './ReplayForm.tsx'
import { ReplayResult } from './ReplayResult.tsx'
import { type ReplayAsked, useReplay } from './use-replay.ts'

type Address = { readonly plan?: ReplayAsked['plan']; readonly from?: string; readonly to?: string }
const day = /^\d{4}-\d\d-\d\d$/

function readAddress({ plan, from, to }: Search): Address {
  const number = Number(plan)
  return {
    ...(plan === 'draft' ? { plan } : Number.isInteger(number) && number > 0 ? { plan: number } : {}),
    ...(typeof from === 'string' && day.test(from) ? { from } : {}),
    ...(typeof to === 'string' && day.test(to) ? { to } : {}),
  }
}

/** The desk's own past under the draft, or under any other version. */
export function ReplayPage() {
  const { t } = useForecastWords()
  const styles = useForecastStyles()
  const queries = useQueryClient()
  useLive('plan', () => void queries.invalidateQueries({ queryKey: ['plan'] }))
  return (
    <Page title={t('replay.title')} width="work" back={{ to: '/plan', label: t('page.toPlan') }}>
      <p className={styles.plain}>{t('replay.about')}</p>
      <Loaded query={useQuery(versions)}>
        {({ versions: all }) =>
          all.length === 0 ? (
            <EmptyState
              title={t('replay.noPlan')}
              text={t('replay.noPlanText')}
              action={<ButtonLink to="/plan">{t('replay.noPlanAction')}</ButtonLink>}
            />
          ) : (
            <Chosen all={all} />
          )
        }
      </Loaded>
    </Page>
  )
}

function Chosen({ all }: { readonly all: readonly PlanVersionSummary[] }) {
  const [address, change] = useAddress(readAddress)
  const { plan, from, to } = address
  const asked = plan !== undefined && from && to ? { plan, from, to } : null
  const { replayed, stop } = useReplay(asked)
  const plans = usePlans(all, plan)
  return (
    <>
      <ReplayForm
        key={`${plan} ${from} ${to}`}
        versions={all}
        asked={address}
        playing={replayed?.state === 'playing'}
        onStart={(wanted) => change(wanted, 'push')}
        onStop={stop}
      />
      {asked && replayed && plans && <ReplayResult replayed={replayed} plans={plans} />}
    </>
  )
}

/** The plan that is replayed, and the published one: between them they have a name for almost everything. */
function usePlans(all: readonly PlanVersionSummary[], plan: ReplayAsked['plan'] | undefined) {
  const published = all.find(({ state }) => state === 'published')?.number
  const number = typeof plan === 'number' ? plan : undefined
  const unfinished = useQuery({ ...draft, enabled: plan === 'draft' })
  const chosen = useQuery({ ...version(number ?? 0), enabled: number !== undefined })
  const inForce = useQuery({ ...version(published ?? 0), enabled: published !== undefined })
  const first = plan === 'draft' ? unfinished.data : chosen.data
  if (published !== undefined && inForce.isPending) return null
  return [first?.document, inForce.data?.document].flatMap((document) => (document ? [document] : []))
}
