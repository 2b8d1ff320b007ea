import { Table } from '#ui/show/Table.tsx'
import type { Forecast } from '../domain/forecast.ts'
import { type Panel, rowsOf } from './charts/figures.ts'
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
  return (
    <Table label={t('table.of', { figure: title })} heads={[t('table.week'), ...panels.map(name)]} dense short>
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
    </Table>
  )
}
