import { Button, mergeClasses } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { TableRegular } from '@fluentui/react-icons/svg/table'
import { memo, useMemo, useState } from 'react'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { Toggle } from '#ui/form/Toggle.tsx'
import { Section } from '#ui/page/Page.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import type { Forecast } from '../domain/forecast.ts'
import { BandChart, type Marks } from './charts/BandChart.tsx'
import { csv, saveCsv } from './charts/csv.ts'
import { type FigureKey, type Panel, panelsOf, rowsOf } from './charts/figures.ts'
import { highest, minuteTicks, ticks } from './charts/geometry.ts'
import { FigureTable } from './FigureTable.tsx'
import { useForecastStyles } from './forecast-styles.ts'
import { useForecastWords } from './words.ts'

export type FigureSectionProps = {
  readonly figure: FigureKey
  readonly plan: SupportPlan
  readonly forecast: Forecast
  readonly saved: Forecast | null
  readonly weeks: number
  readonly marks: Marks
}

/** One figure over the rollout: a panel for each tier on the same scale, its table, and the file to take along. */
export const FigureSection = memo(function FigureSection(props: FigureSectionProps) {
  const { figure, plan, forecast, saved, weeks, marks } = props
  const { t, value, month, day, tier: tierName } = useForecastWords()
  const styles = useForecastStyles()
  const [open, setOpen] = useState(false)
  const panels = useMemo(() => panelsOf(figure, forecast), [figure, forecast])
  const shown = useMemo(() => forecast.weeks.slice(0, weeks), [forecast, weeks])
  const before = useMemo(() => saved?.weeks.slice(0, weeks) ?? null, [saved, weeks])
  const starts = useMemo(() => shown.map((week) => week.starts), [shown])
  const title = t(`figures.${figure}.title`)
  const name = (panel: Panel) => (panel.tier === null ? t.any(`panels.${panel.key}`) : tierName(plan, panel.tier))
  // Tiers are compared with each other, so they have one scale; what counts different things has its own.
  const scales = useMemo(() => {
    const reach = (panel: Panel) => [shown.map(panel.of), ...(before ? [before.map(panel.of)] : [])]
    const common = highest(panels.flatMap(reach))
    return panels.map((panel) => ticksOf(panel, figure === 'whole' ? highest(reach(panel)) : common))
  }, [panels, shown, before, figure])
  const download = () =>
    saveCsv(
      `${t('file')}-${figure}.csv`,
      csv([
        [
          t('table.week'),
          ...panels.flatMap((panel) =>
            (['low', 'middle', 'high'] as const).map((part) => `${name(panel)}: ${t(`table.${part}`)}`),
          ),
        ],
        ...rowsOf(panels, forecast.weeks).map(({ week, values }) => [
          week,
          ...values.flatMap(({ low, middle, high }) => [low, middle, high]),
        ]),
      ]),
    )
  return (
    <Section
      title={title}
      action={
        <span className={styles.row}>
          <Toggle checked={open} onClick={() => setOpen(!open)} icon={<TableRegular aria-hidden />}>
            {t('table.show')}
          </Toggle>
          <Button
            appearance="subtle"
            icon={<ArrowDownloadRegular aria-hidden />}
            aria-label={t('table.downloadOf', { figure: title })}
            onClick={download}
          >
            {t('table.download')}
          </Button>
        </span>
      }
    >
      <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>{t(`figures.${figure}.about`)}</p>
      <div className={styles.panels}>
        {panels.map((panel, index) => (
          <figure key={panel.key} className={styles.panel}>
            <figcaption className={styles.small}>
              {panel.tier === null ? (
                <strong>{name(panel)}</strong>
              ) : (
                <TierBadge tier={panel.tier} name={name(panel)} size="small" />
              )}
            </figcaption>
            <BandChart
              label={t('chart', {
                figure: title,
                panel: name(panel),
                from: day(starts[0] ?? forecast.firstDay),
                to: day(starts.at(-1) ?? forecast.firstDay),
              })}
              weeks={starts}
              values={shown.map(panel.of)}
              saved={before?.map(panel.of) ?? null}
              colour={panel.tier === null ? 'var(--colorBrandForeground1)' : `var(--tier-${panel.tier}-ink)`}
              ticks={scales[index] ?? [0, 1]}
              format={(one) => value(panel.unit, one)}
              month={month}
              marks={marks}
              {...(panel.goal === null || panel.goal > (scales[index]?.at(-1) ?? 0) ? {} : { goal: panel.goal })}
            />
          </figure>
        ))}
      </div>
      {open && <FigureTable title={title} panels={panels} name={name} weeks={forecast.weeks} />}
    </Section>
  )
})

/** Shares go up to the whole, and further only where they do. */
function ticksOf({ unit, goal }: Panel, most: number): readonly number[] {
  if (unit === 'share') return ticks(goal === 1 ? Math.max(most, 0.5) : Math.max(1, goal ?? 0))
  return unit === 'minutes' ? minuteTicks(Math.max(most, 5)) : ticks(Math.max(most, 4))
}
