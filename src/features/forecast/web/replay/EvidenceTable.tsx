import { ScrollRegion } from '#features/plan/web/ScrollRegion.tsx'
import type { ReplayTotals } from '../../domain/replay/totals.ts'
import { useForecastStyles } from '../forecast-styles.ts'
import { useForecastWords } from '../words.ts'
import type { ReplayNames } from './difference-words.ts'

type EvidenceTableProps = { readonly totals: ReplayTotals; readonly names: ReplayNames }

/** What the plan asks that was not given, most often missing first. */
export function EvidenceTable({ totals, names }: EvidenceTableProps) {
  const { t } = useForecastWords()
  const styles = useForecastStyles()
  return (
    <ScrollRegion label={t('replay.evidenceTitle')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('replay.evidence')}</th>
            <th scope="col">{t('replay.handover')}</th>
            <th scope="col">{t('replay.asked')}</th>
          </tr>
        </thead>
        <tbody>
          {totals.evidence
            .toSorted((one, other) => other.handovers - one.handovers)
            .map(({ from, to, key, handovers }) => (
              <tr key={`${from} ${to} ${key}`}>
                <th scope="row">{names.key(key)}</th>
                <td>{t('replay.fromTo', { from: names.tier(from), to: names.tier(to) })}</td>
                <td>{handovers}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
