import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Time } from '#ui/time/Time.tsx'
import { useNow } from '#ui/time/now.ts'
import { useWords } from '#ui/words/words.ts'
import type { TicketRow } from '../../contract/list.ts'

const useStyles = makeStyles({
  due: { display: 'inline-flex', flexDirection: 'column', minWidth: 0, whiteSpace: 'nowrap' },
  inLine: { flexDirection: 'row', columnGap: tokens.spacingHorizontalXS, alignItems: 'baseline' },
  relative: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  late: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  none: { color: tokens.colorNeutralForeground3 },
})

type DueTimeProps = {
  readonly row: Pick<TicketRow, 'dueAt' | 'stage'>
  /** Both on one line, where rows are low. */
  readonly inLine?: boolean
}

/** When a ticket's next target is due: the moment, and how far away that is. */
export function DueTime({ row, inLine = false }: DueTimeProps) {
  const t = useWords('tickets')
  const styles = useStyles()
  const now = useNow()
  if (row.dueAt === null)
    return <span className={styles.none}>{row.stage === 'closed' ? '' : t('desk.noDue')}</span>
  const isLate = row.dueAt < now
  return (
    <span className={mergeClasses(styles.due, inLine && styles.inLine)}>
      <Time at={row.dueAt} quiet />
      <span className={mergeClasses(styles.relative, isLate && styles.late)}>
        {inLine && '· '}
        {isLate && `${t('desk.late')} · `}
        <Time at={row.dueAt} form="relative" quiet />
      </span>
    </span>
  )
}
