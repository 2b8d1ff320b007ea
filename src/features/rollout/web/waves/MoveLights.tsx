import { mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Assumptions } from '#features/forecast/domain/assumptions/assumptions.ts'
import type { Forecast } from '#features/forecast/domain/forecast.ts'
import { Light } from '#features/forecast/web/Light.tsx'
import { inputs, playable } from '#features/forecast/web/queries.ts'
import type { Ask } from '#features/forecast/web/run/messages.ts'
import { useRun } from '#features/forecast/web/run/use-run.ts'
import { useForecastWords } from '#features/forecast/web/words.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { useWords } from '#ui/words/words.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'

/** Enough for a light. */
const replications = 40

type MoveLightsProps = { readonly before: SupportPlan; readonly after: SupportPlan; readonly today: string }

/** Which waves hold, as they are and as they would be: played in the browser, with the same chance for both. */
export function MoveLights({ before, after, today }: MoveLightsProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { t: words, wave: name } = useForecastWords()
  const read = useQuery(inputs('published')).data
  const assumptions = useMemo(() => {
    if (!read) return null
    const { assumptions: all } = playable(read)
    return { ...all, replications: Math.min(replications, all.replications) }
  }, [read])
  const askBefore = useAsk(before, assumptions, today)
  const first = useRun(askBefore)
  const askAfter = useAsk(after, assumptions, today)
  // One after the other: what is tried waits for what it is compared with.
  const second = useRun(first.state === 'done' ? askAfter : null)
  const lightOf = (forecast: Forecast | null, key: string) =>
    forecast?.waves.find(({ wave }) => wave === key)?.light ?? null
  const changed = (second.forecast?.waves ?? []).filter(
    ({ wave, light }) => lightOf(first.forecast, wave) !== light,
  )
  const isReady = first.state === 'done' && second.state === 'done'
  return (
    <section aria-label={t('move.forecast')} className={styles.tight}>
      <h3 className={styles.heading}>{t('move.forecast')}</h3>
      <div role="status" className={mergeClasses(styles.plain, !isReady && styles.quiet)}>
        {!isReady ? (
          t(first.state === 'failed' || second.state === 'failed' ? 'move.notPlayed' : 'move.playing')
        ) : changed.length === 0 ? (
          t('move.lightsSame')
        ) : (
          <ul className={styles.list}>
            {changed.map(({ wave, light }) => {
              const was = lightOf(first.forecast, wave)
              return (
                <li key={wave} className={styles.row}>
                  {name(after, wave)}: {was && <Light light={was} />}
                  {was ? words(`lights.${was}`) : '–'} → <Light light={light} />
                  {words(`lights.${light}`)}
                </li>
              )
            })}
          </ul>
        )}
      </div>
    </section>
  )
}

function useAsk(plan: SupportPlan, assumptions: Assumptions | null, today: string): Ask | null {
  return useMemo(
    () => (assumptions ? { kind: 'forecast', plan, assumptions, today } : null),
    [plan, assumptions, today],
  )
}
