import { makeStyles, tokens } from '@fluentui/react-components'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import type { TicketRow } from '../../contract/list.ts'

const useStyles = makeStyles({
  cell: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    maxWidth: '100%',
  },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

/** Where a ticket is: the tier's mark and what goes on there. */
export function StageCell({ row }: { readonly row: TicketRow }) {
  const t = useWords('tickets')
  const styles = useStyles()
  const text = row.waiting
    ? t.any(`waiting.${row.waiting}`)
    : row.offeredTo !== null
      ? t('desk.offeredTo')
      : t.any(`stages.${row.stage}`)
  return (
    <span className={styles.cell}>
      {row.offeredTo === null && row.tier !== null && row.stage !== 'closed' && (
        <TierBadge tier={row.tier} size="small" hollow={row.assignee === null} />
      )}
      {row.offeredTo !== null && <TierBadge tier={row.offeredTo} size="small" hollow />}
      <span className={styles.text} title={text}>
        {text}
      </span>
    </span>
  )
}
