import { Table } from '#ui/show/Table.tsx'
import type { Attained, ReplayTotals } from '../../domain/replay/totals.ts'
import { type ForecastWords, useForecastWords } from '../words.ts'
import { type ReplayNames, targetName } from './difference-words.ts'

type TargetsTableProps = { readonly totals: ReplayTotals; readonly names: ReplayNames }

/** How many targets were met then, and would have been now. */
export function TargetsTable({ totals, names }: TargetsTableProps) {
  const words = useForecastWords()
  const { t } = words
  const rows = totals.targets.toSorted(
    (one, other) =>
      (one.tier ?? 99) - (other.tier ?? 99) || order.indexOf(one.target) - order.indexOf(other.target),
  )
  return (
    <Table
      label={t('replay.targetsTitle')}
      heads={[t('replay.target'), t('replay.then'), t('replay.now'), t('replay.change')]}
      dense
    >
      {rows.map((row) => (
        <tr key={`${row.target} ${row.tier}`}>
          <th scope="row">{targetName(words, names, row)}</th>
          <td>{attained(words, row.was)}</td>
          <td>{attained(words, row.now)}</td>
          <td>{changed(words, row.was, row.now)}</td>
        </tr>
      ))}
    </Table>
  )
}

const order = ['acknowledge', 'work', 'take-note', 'contact', 'resolve']

function attained({ t, percent }: ForecastWords, { met, missed }: Attained): string {
  const all = met + missed
  return all === 0 ? t('replay.noneMeasured') : t('replay.attainedShare', { met, all, share: percent(met / all) })
}

/** In points between the shares as they are shown: under another plan there may be more, or fewer, targets to meet. */
function changed({ t }: ForecastWords, was: Attained, now: Attained): string {
  const share = ({ met, missed }: Attained) => Math.round((met / (met + missed)) * 100)
  const by = share(now) - share(was)
  if (Number.isNaN(by)) return t('table.nothing')
  if (by === 0) return t('replay.alike')
  return by > 0 ? t('replay.better', { count: by }) : t('replay.worse', { count: -by })
}
