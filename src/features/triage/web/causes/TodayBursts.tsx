import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { useQuery } from '@tanstack/react-query'
import { NewsLine } from '#ui/show/NewsLine.tsx'
import { useWords } from '#ui/words/words.ts'
import { causeOverview, useLiveCauses } from './cause-queries.ts'

/** On Today: like tickets that came in faster than they should, and causes whose tickets are still open. */
export function TodayBursts() {
  const t = useWords('triage')
  const overview = useQuery(causeOverview).data
  useLiveCauses()
  if (!overview) return null
  const open = overview.causes.filter((cause) => cause.closedAt === null && cause.open > 0).length
  const isBurst = overview.bursts.length > 0
  if (!isBurst && open === 0) return null
  return (
    <NewsLine
      icon={isBurst && <WarningRegular aria-hidden />}
      tone="warning"
      to="/causes"
      action={t('causes.look')}
    >
      {isBurst ? t('bursts.today', { count: overview.bursts.length }) : t('causes.today', { count: open })}
    </NewsLine>
  )
}
