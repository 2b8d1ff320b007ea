import type { RefusalWords } from '#ui/page/problem-text.ts'
import { useWords } from '#ui/words/words.ts'
import { dayNumber } from '#features/plan/domain/days.ts'

/** The words of the rollout for its refusals; null for codes of others. */
export function useInvolvementRefusals(): RefusalWords {
  const t = useWords('rollout')
  return (code) => (t.has(`refusals.${code}`) ? t.any(`refusals.${code}`) : null)
}

/** How far away a day is: "in 3 days", "2 days late". */
export function useDaysLeft(): (due: string, today: string) => string {
  const t = useWords('rollout')
  return (due, today) => {
    const left = dayNumber(due) - dayNumber(today)
    if (Number.isNaN(left)) return ''
    if (left === 0) return t('commitments.dueToday')
    return left > 0 ? t('commitments.daysLeft', { count: left }) : t('commitments.daysLate', { count: -left })
  }
}
