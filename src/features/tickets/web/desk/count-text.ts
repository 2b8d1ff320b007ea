import { useWords } from '#ui/words/words.ts'
import type { DeskCounts } from '../../contract/list.ts'
import type { DeskView } from '../../domain/desk-views.ts'

/** How many tickets a view holds, in figures; beyond what is counted, at least so many. */
export function useCountText(): (counts: DeskCounts, view: DeskView) => string {
  const t = useWords('tickets')
  return ({ views, atMost }, { key }) => {
    const count = (views[key] ?? 0).toLocaleString(t.language)
    return views[key] === atMost ? t('desk.atLeast', { count }) : count
  }
}
