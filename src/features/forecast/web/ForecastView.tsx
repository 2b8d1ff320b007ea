import { MessageBar, MessageBarBody, Switch, mergeClasses } from '@fluentui/react-components'
import { useDeferredValue, useMemo, useState } from 'react'
import { useSettled } from '#ui/form/settled.ts'
import { Section } from '#ui/page/Page.tsx'
import { LoadingState } from '#ui/page/states.tsx'
import type { ForecastInputs } from '../contract.ts'
import { atRest, isAtRest, type Levers, pulled } from '../domain/assumptions/levers.ts'
import type { Forecast } from '../domain/forecast.ts'
import { AssumptionsTable } from './assumptions/AssumptionsTable.tsx'
import { AnswerBar } from './AnswerBar.tsx'
import { BreaksList } from './BreaksList.tsx'
import { figureKeys, weeksShown } from './charts/figures.ts'
import { weeksBetween } from './charts/geometry.ts'
import { FigureSection } from './FigureSection.tsx'
import { useForecastStyles } from './forecast-styles.ts'
import { Legend } from './Legend.tsx'
import { LeversPanel } from './LeversPanel.tsx'
import { NeededTable } from './NeededTable.tsx'
import { playable } from './queries.ts'
import { useForecastRuns } from './use-forecast-runs.ts'
import { useForecastWords } from './words.ts'

/** How long a lever rests before it is played. */
const restMilliseconds = 250

export function ForecastView({ inputs }: { readonly inputs: ForecastInputs }) {
  const { t } = useForecastWords()
  const styles = useForecastStyles()
  const [levers, setLevers] = useState<Levers>(atRest)
  const settled = useSettled(levers, restMilliseconds)
  const saved = useMemo(() => playable(inputs), [inputs])
  const tried = useMemo(() => (isAtRest(settled) ? null : pulled(saved, settled)), [saved, settled])
  const runs = useForecastRuns(saved, tried, inputs.today)
  const main = tried ? runs.tried : runs.saved
  // Until there is a first picture of what is tried, the charts stand still.
  const forecast = useDeferredValue(main.forecast ?? runs.saved.forecast)
  const beside = useDeferredValue(tried ? runs.saved.forecast : null)
  const { plan } = tried ?? saved
  return (
    <>
      <AnswerBar plan={plan} main={main} runs={runs} saved={tried ? runs.saved.forecast : null} />
      {main.state === 'failed' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t('run.failed')}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          {forecast ? (
            <>
              <BreaksList plan={plan} breaks={forecast.breaks} />
              <NeededTable plan={plan} run={runs.needed} />
              <Figures plan={plan} forecast={forecast} saved={beside} />
            </>
          ) : (
            main.state !== 'failed' && <LoadingState />
          )}
        </div>
        <div className={styles.side}>
          <LeversPanel saved={saved} levers={levers} onChange={setLevers} />
        </div>
      </div>
      <AssumptionsTable plan={saved.plan} lines={inputs.assumptions} />
    </>
  )
}

type FiguresProps = {
  readonly plan: ForecastInputs['document']
  readonly forecast: Forecast
  readonly saved: Forecast | null
}

function Figures({ plan, forecast, saved }: FiguresProps) {
  const { t } = useForecastWords()
  const styles = useForecastStyles()
  const [whole, setWhole] = useState(false)
  const waves = useMemo(() => plan.involvement.phases.flatMap((phase) => phase.waves), [plan])
  const ends =
    waves
      .map((wave) => wave.ends)
      .toSorted()
      .at(-1) ?? null
  const weeks = weeksShown(forecast, ends, whole)
  const marks = useMemo(
    () =>
      waves.map((wave, index) => ({
        at: Math.max(0, weeksBetween(forecast.firstDay, wave.starts)),
        label: String(index + 1),
      })),
    [waves, forecast.firstDay],
  )
  return (
    <>
      <Section
        title={t('figures.title')}
        action={
          <Switch checked={whole} label={t('figures.wholeYear')} onChange={(_, data) => setWhole(data.checked)} />
        }
      >
        <Legend plan={plan} compared={saved !== null} />
        {forecast.waves.length === 0 && (
          <p className={mergeClasses(styles.plain, styles.quiet)}>{t('figures.noWaves')}</p>
        )}
      </Section>
      {figureKeys.map((figure) => (
        <FigureSection
          key={figure}
          figure={figure}
          plan={plan}
          forecast={forecast}
          saved={saved}
          weeks={weeks}
          marks={marks}
        />
      ))}
    </>
  )
}
