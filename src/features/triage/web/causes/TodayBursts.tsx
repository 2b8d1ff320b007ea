import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import { causeOverview, useLiveCauses } from './cause-queries.ts'
import { useCauseStyles } from './cause-styles.ts'

/** On Today: like tickets that came in faster than they should, and causes whose tickets are still open. */
export function TodayBursts() {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const overview = useQuery(causeOverview).data
  useLiveCauses()
  if (!overview) return null
  const open = overview.causes.filter((cause) => cause.closedAt === null && cause.open > 0).length
  if (overview.bursts.length === 0 && open === 0) return null
  return (
    <div className={styles.line}>
      {overview.bursts.length > 0 && <WarningRegular aria-hidden />}
      <span className={styles.grow}>
        {overview.bursts.length > 0
          ? t('bursts.today', { count: overview.bursts.length })
          : t('causes.today', { count: open })}
      </span>
      <ButtonLink size="small" to="/causes">
        {t('causes.look')}
      </ButtonLink>
    </div>
  )
}
