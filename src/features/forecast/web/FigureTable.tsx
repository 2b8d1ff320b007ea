import { ScrollRegion } from '#features/plan/web/ScrollRegion.tsx'
import type { Forecast } from '../domain/forecast.ts'
import { type Panel, rowsOf } from './charts/figures.ts'
import { useForecastStyles } from './forecast-styles.ts'
import { useForecastWords } from './words.ts'

type FigureTableProps = {
  readonly title: string
  readonly panels: readonly Panel[]
  readonly name: (panel: Panel) => string
  readonly weeks: Forecast['weeks']
}

/** The same figures as the charts, week by week: the middle, and what nine in ten possible years lie between. */
export function FigureTable({ title, panels, name, weeks }: FigureTableProps) {
  const { t, value, shortDay } = useForecastWords()
  const styles = useForecastStyles()
  return (
    <div className={styles.scroll}>
      <ScrollRegion label={t('table.of', { figure: title })}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('table.week')}</th>
              {panels.map((panel) => (
                <th key={panel.key} scope="col">
                  {name(panel)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(panels, weeks).map(({ week, values }) => (
              <tr key={week}>
                <th scope="row">{shortDay(week)}</th>
                {values.map(({ low, middle, high }, index) => {
                  const unit = panels[index]?.unit ?? 'count'
                  return (
                    <td key={panels[index]?.key}>
                      {middle === null
                        ? value(unit, null)
                        : t('table.range', {
                            middle: value(unit, middle),
                            low: value(unit, low),
                            high: value(unit, high),
                          })}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  )
}
