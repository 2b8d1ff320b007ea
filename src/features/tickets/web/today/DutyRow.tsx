import { makeStyles, tokens } from '@fluentui/react-components'
import { BareLink } from '#ui/pages/PageLink.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import type { TicketRow } from '../../contract/list.ts'
import { DueTime } from '../desk/DueTime.tsx'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalL,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 520px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXS },
  },
  what: { display: 'grid', rowGap: '2px', minWidth: 0 },
  move: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
  },
  subject: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** One thing to do: the move, the ticket, and when it is due. */
export function DutyRow({ row, duty }: { readonly row: TicketRow; readonly duty: string }) {
  const t = useWords('tickets')
  const styles = useStyles()
  const tier = row.offeredTo ?? row.tier
  return (
    <li>
      <BareLink to={`/tickets/${row.number}`} className={styles.row}>
        <span className={styles.what}>
          <span className={styles.move}>
            {tier !== null && <TierBadge tier={tier} size="small" />}
            {t.any(`today.duty.${duty}`)}
          </span>
          <span className={styles.subject}>{`T-${row.number} ${row.subject}`}</span>
          <span className={styles.quiet}>{row.requester.name}</span>
        </span>
        <DueTime row={row} />
      </BareLink>
    </li>
  )
}
