import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import { useWords } from '#ui/words/words.ts'
import type { DeskCounts } from '../../contract/list.ts'
import type { DeskView } from '../../domain/desk-views.ts'

const useStyles = makeStyles({
  count: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  strong: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  late: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorStatusDangerForeground1 },
})

type Props = {
  readonly view: DeskView
  readonly counts: DeskCounts | undefined
  readonly strong?: boolean
}

/** How many tickets a view holds; missed targets stand out as soon as there is one. */
export function ViewCount({ view, counts, strong = false }: Props) {
  const styles = useStyles()
  const countText = useCountText()
  if (!counts) return null
  const isLate = view.filter.due === 'missed' && (counts.views[view.key] ?? 0) > 0
  return (
    <span className={mergeClasses(styles.count, strong && styles.strong, isLate && styles.late)}>
      {isLate && <WarningFilled aria-hidden />}
      {countText(counts, view)}
    </span>
  )
}

/** In figures; beyond what is counted, at least so many. */
export function useCountText(): (counts: DeskCounts, view: DeskView) => string {
  const t = useWords('tickets')
  return ({ views, atMost }, { key }) => {
    const count = (views[key] ?? 0).toLocaleString(t.language)
    return views[key] === atMost ? t('desk.atLeast', { count }) : count
  }
}
