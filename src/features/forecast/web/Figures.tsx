import { mergeClasses, Switch } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { Section } from '#ui/page/Page.tsx'
import type { Forecast } from '../domain/forecast.ts'
import { figureKeys, weeksShown } from './charts/figures.ts'
import { marksOf } from './charts/marks.ts'
import { FigureSection } from './FigureSection.tsx'
import { useForecastStyles } from './forecast-styles.ts'
import { Legend } from './Legend.tsx'
import { useForecastWords } from './words.ts'

type FiguresProps = {
  readonly plan: SupportPlan
  readonly forecast: Forecast
  readonly saved: Forecast | null
  readonly today: string
}

/** Every figure over the rollout, or over the whole year. */
export function Figures({ plan, forecast, saved, today }: FiguresProps) {
  const { t } = useForecastWords()
  const styles = useForecastStyles()
  const [whole, setWhole] = useState(false)
  const { phases } = plan.involvement
  const ends =
    phases
      .flatMap((phase) => phase.waves)
      .map((wave) => wave.ends)
      .toSorted()
      .at(-1) ?? null
  const weeks = weeksShown(forecast, ends, whole)
  const marks = useMemo(
    () => marksOf(phases, forecast.firstDay, today, weeks),
    [phases, forecast.firstDay, today, weeks],
  )
  return (
    <>
      <Section
        title={t('figures.title')}
        action={
          <Switch checked={whole} label={t('figures.wholeYear')} onChange={(_, data) => setWhole(data.checked)} />
        }
      >
        <Legend plan={plan} compared={saved !== null} today={marks.today !== null} />
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
