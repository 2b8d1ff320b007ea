import { useQuery } from '@tanstack/react-query'
import { person } from '#features/people/web/queries.ts'
import { published } from '#features/plan/web/queries.ts'
import { ApiProblem } from '#ui/api/problem.ts'
import { onDemand } from '#ui/pages/on-demand.ts'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useNow } from '#ui/time/now.ts'
import { useWords } from '#ui/words/words.ts'

// Most days there is nothing to say.
const Guide = onDemand(() => import('./Guide.tsx').then((module) => module.Guide))

/** What has to be done before there can be work: a plan, a tier, a certification. */
export function Guidance() {
  const t = useWords('tickets')
  const me = useSignedIn()
  const now = useNow()
  const plan = useQuery(published)
  const isAgent = hasAnyRole(me, ['agent'])
  const own = useQuery({ ...person(me.id), enabled: isAgent })
  if (plan.error instanceof ApiProblem && plan.error.status === 404) {
    const mayPlan = hasAnyRole(me, ['plan-owner', 'administrator'])
    return (
      <Guide
        title={t('today.guide.plan')}
        text={mayPlan ? t('today.guide.planText') : t('today.guide.noPlanText')}
        {...(mayPlan ? { to: '/plan', go: t('today.guide.planGo') } : {})}
      />
    )
  }
  if (!isAgent || !plan.data) return null
  const teams = plan.data.document.teams.tiers.map((tier) => tier.team)
  if (!me.teams.some(({ team }) => teams.includes(team)))
    return (
      <Guide
        title={t('today.guide.team')}
        text={t('today.guide.teamText')}
        to="/teams"
        go={t('today.guide.teamGo')}
      />
    )
  const isCertified = own.data?.certifications.some(
    ({ from, until }) => from <= now && (until === null || until > now),
  )
  if (isCertified !== false) return null
  return (
    <Guide
      title={t('today.guide.certified')}
      text={t('today.guide.certifiedText')}
      to="/profile"
      go={t('today.guide.certifiedGo')}
    />
  )
}
