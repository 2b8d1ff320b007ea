import { useWords } from '#ui/words/words.ts'
import { dayNumber } from '#features/plan/domain/days.ts'

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
