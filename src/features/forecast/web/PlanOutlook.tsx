import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { useSettled } from '#ui/form/settled.ts'
import { Hidden } from '#ui/notice/announce.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useForecastStyles } from './forecast-styles.ts'
import { Light } from './Light.tsx'
import { inputs, playable } from './queries.ts'
import { useRun } from './run/use-run.ts'
import { useForecastWords } from './words.ts'

const useStyles = makeStyles({
  row: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
  },
  wave: { display: 'inline-flex', alignItems: 'center', columnGap: '2px' },
})

/** How long a plan rests before it is played, and enough possible years for a light. */
const restMilliseconds = 1_500
const replications = 60

type PlanOutlookProps = { readonly document: SupportPlan; readonly plan: 'published' | 'draft' }

/** Beside a plan: a light for each wave, and the way to the whole forecast. */
export function PlanOutlook({ document, plan }: PlanOutlookProps) {
  const { t, wave: waveName } = useForecastWords()
  const plain = useForecastStyles()
  const styles = useStyles()
  const settled = useSettled(document, restMilliseconds)
  const { data } = useQuery(inputs(plan))
  const ask = useMemo(() => {
    if (!data || settled.involvement.phases.every(({ waves }) => waves.length === 0)) return null
    const { assumptions } = playable({ ...data, document: settled })
    return {
      kind: 'forecast' as const,
      plan: settled,
      assumptions: { ...assumptions, replications: Math.min(replications, assumptions.replications) },
      today: data.today,
    }
  }, [data, settled])
  const { forecast, state } = useRun(ask)
  return (
    <span className={styles.row}>
      <PageLink to="/plan/forecast" search={plan === 'draft' ? { plan } : {}}>
        {t('lights.link')}
      </PageLink>
      {state === 'failed' ? (
        <span className={mergeClasses(plain.quiet, plain.small)}>{t('lights.unknown')}</span>
      ) : (
        forecast?.waves.map(({ wave, light }, index) => (
          <span key={wave} className={styles.wave} title={`${waveName(settled, wave)}: ${t(`lights.${light}`)}`}>
            <Light light={light} />
            <span aria-hidden className={plain.small}>
              {index + 1}
            </span>
            <Hidden>{t('lights.wave', { wave: waveName(settled, wave), light: t(`lights.${light}`) })}</Hidden>
          </span>
        ))
      )}
      {ask && !forecast && state === 'running' && (
        <span className={mergeClasses(plain.quiet, plain.small)}>{t('lights.reckoning')}</span>
      )}
      {plan === 'draft' && (
        <PageLink to="/plan/replay" search={{ plan }}>
          {t('replay.title')}
        </PageLink>
      )}
    </span>
  )
}
