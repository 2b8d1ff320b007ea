import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import { exactTime, timeSpan } from '#ui/time/format.ts'
import { Time, useReader } from '#ui/time/Time.tsx'
import { useNow } from '#ui/time/now.ts'
import { useWords } from '#ui/words/words.ts'
import type { TicketRow } from '../../contract/list.ts'

const useStyles = makeStyles({
  due: { display: 'inline-flex', flexDirection: 'column', minWidth: 0, maxWidth: '100%', whiteSpace: 'nowrap' },
  inLine: { flexDirection: 'row', columnGap: tokens.spacingHorizontalXS, alignItems: 'center' },
  more: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  late: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    color: tokens.colorStatusDangerForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  lateMore: { color: tokens.colorStatusDangerForeground1 },
  none: { color: tokens.colorNeutralForeground3 },
})

type Due = Pick<TicketRow, 'dueAt' | 'dueTarget' | 'dueTier'>

type DueTimeProps = {
  readonly due: Due
  /** Nothing has to be reached any more: then nothing is said about targets. */
  readonly isDone?: boolean
  /** On two lines (default), on one, or only the first of both. */
  readonly form?: 'stacked' | 'in-line' | 'short'
  /** Says which target also while there is time. */
  readonly isNamed?: boolean
}

/** When the first target is due, and how far away that is; missed, it says by how much and which target. */
export function DueTime({ due, isDone = false, form = 'stacked', isNamed = false }: DueTimeProps) {
  const t = useWords('tickets')
  const styles = useStyles()
  const now = useNow()
  const reader = useReader()
  const name = useTargetName()(due)
  const box = mergeClasses(styles.due, form === 'in-line' && styles.inLine)
  if (due.dueAt === null) return <span className={styles.none}>{isDone ? '' : t('desk.noDue')}</span>
  if (due.dueAt <= now) {
    return (
      <time
        dateTime={due.dueAt}
        title={`${t('desk.missedTarget', { target: name.toLocaleLowerCase(t.language) })} · ${exactTime(due.dueAt, reader)}`}
        className={box}
      >
        <span className={styles.late}>
          <WarningFilled aria-hidden />
          {t('desk.lateBy', { time: timeSpan(due.dueAt, now, reader) })}
        </span>
        {form !== 'short' && (
          <span className={mergeClasses(styles.more, styles.lateMore)}>
            {form === 'in-line' && '· '}
            {t('desk.missedTarget', { target: t.any(`targets.${due.dueTarget}`).toLocaleLowerCase(t.language) })}
          </span>
        )}
      </time>
    )
  }
  return (
    <span className={box} title={name}>
      <Time at={due.dueAt} quiet />
      {form !== 'short' && (
        <span className={styles.more}>
          {form === 'in-line' && '· '}
          <Time at={due.dueAt} form="relative" quiet />
          {isNamed && ` · ${name}`}
        </span>
      )}
    </span>
  )
}

/** A target as people call it, with its tier when it has one. */
export function useTargetName(): (due: Due) => string {
  const t = useWords('tickets')
  return ({ dueTarget, dueTier }) => {
    if (dueTarget === null) return ''
    const target = t.any(`targets.${dueTarget}`)
    return dueTier === null ? target : t('targetOfTier', { target, tier: dueTier })
  }
}
