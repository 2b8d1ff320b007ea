import { Table } from '#ui/show/Table.tsx'
import type { ReplayTotals } from '../../domain/replay/totals.ts'
import { useForecastWords } from '../words.ts'
import type { ReplayNames } from './difference-words.ts'

type EvidenceTableProps = { readonly totals: ReplayTotals; readonly names: ReplayNames }

/** What the plan asks that was not given, most often missing first. */
export function EvidenceTable({ totals, names }: EvidenceTableProps) {
  const { t } = useForecastWords()
  return (
    <Table
      label={t('replay.evidenceTitle')}
      heads={[t('replay.evidence'), t('replay.handover'), t('replay.asked')]}
      dense
    >
      {totals.evidence
        .toSorted((one, other) => other.handovers - one.handovers)
        .map(({ from, to, key, handovers }) => (
          <tr key={`${from} ${to} ${key}`}>
            <th scope="row">{names.key(key)}</th>
            <td>{t('replay.fromTo', { from: names.tier(from), to: names.tier(to) })}</td>
            <td>{handovers}</td>
          </tr>
        ))}
    </Table>
  )
}
