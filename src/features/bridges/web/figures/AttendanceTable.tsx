import { PageLink } from '#ui/pages/PageLink.tsx'
import { Table } from '#ui/show/Table.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { BridgeFigures } from '../../contract/figures.ts'
import { useBridgeStyles } from '../bridge-styles.ts'

/** Who came to the last meetings, tier by tier, and whether they could decide. */
export function AttendanceTable({ figures: { attendance } }: { readonly figures: BridgeFigures }) {
  const t = useWords('bridges')
  const styles = useBridgeStyles()
  if (attendance.length === 0)
    return <p className={`${styles.plain} ${styles.quiet}`}>{t('figures.attendanceNone')}</p>
  const tiers = [...new Set(attendance.flatMap((one) => one.tiers.map(({ tier }) => tier)))].toSorted(
    (one, other) => one - other,
  )
  return (
    <Table
      label={t('figures.attendance')}
      heads={[t('figures.meeting'), ...tiers.map((tier) => t('figures.tier', { tier })), t('figures.quorum')]}
    >
      {attendance.map(({ meeting, tiers: came, quorum }) => (
        <tr key={meeting.id}>
          <th scope="row">
            <PageLink to={`/bridge/${meeting.id}/minutes`}>
              {meeting.name[t.language]} · <Time at={meeting.beganAt ?? meeting.startsAt} quiet />
            </PageLink>
          </th>
          {tiers.map((tier) => {
            const own = came.find((one) => one.tier === tier)
            return <td key={tier}>{own ? t('figures.came', { came: own.came, needed: own.needed }) : '–'}</td>
          })}
          <td>{quorum === null ? t('figures.quorumUnknown') : t('figures.quorumShare', { value: quorum })}</td>
        </tr>
      ))}
    </Table>
  )
}
