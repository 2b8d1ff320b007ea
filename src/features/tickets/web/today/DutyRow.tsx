import { makeStyles, tokens } from '@fluentui/react-components'
import { BareLink } from '#ui/pages/PageLink.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import type { TicketRow } from '../../contract/list.ts'
import { DueTime } from '../desk/DueTime.tsx'
import { dutiesOfRow } from './my-work.ts'

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

/** One ticket with something to do: the move, what it is about, and when it is due. */
export function DutyRow({ row }: { readonly row: TicketRow }) {
  const t = useWords('tickets')
  const styles = useStyles()
  const [duty, ...others] = dutiesOfRow(row)
  if (!duty) return null
  const { tier } = duty
  return (
    <li>
      <BareLink to={`/tickets/${row.number}`} className={styles.row}>
        <span className={styles.what}>
          <span className={styles.move}>
            <TierBadge tier={tier} size="small" />
            {t.any(`today.duty.${duty.kind}`)}
          </span>
          <span className={styles.subject} dir="auto">
            {`T-${row.number} ${row.subject}`}
          </span>
          <span className={styles.quiet}>
            {row.requester.name}
            {others.length > 0 &&
              ` · ${t('today.also', { duties: others.map(({ kind }) => t.any(`today.duty.${kind}`)).join(', ') })}`}
          </span>
        </span>
        <DueTime due={duty} />
      </BareLink>
    </li>
  )
}
