import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { relativeTime } from '#ui/time/format.ts'
import { useNow } from '#ui/time/now.ts'
import { useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { bridgesOverview, useLiveBridges } from './queries.ts'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
})

/** Shown so long before a bridge begins. */
const minutesBefore = 30

/** On Today: a bridge that is going on, or begins within half an hour. */
export function TodayBridge() {
  const t = useWords('bridges')
  const styles = useStyles()
  const now = useNow()
  const reader = useReader()
  const overview = useQuery(bridgesOverview)
  useLiveBridges()
  const next = overview.data?.coming[0]?.meeting
  if (!next) return null
  const isRunning = next.state === 'running'
  const left = (Date.parse(next.startsAt) - Date.parse(now)) / 60_000
  if (!isRunning && (left > minutesBefore || left < -minutesBefore)) return null
  const name = next.name[t.language]
  return (
    <div className={styles.line}>
      <PeopleTeamRegular aria-hidden />
      <span className={styles.text}>
        {isRunning
          ? t('today.running', { name })
          : t('today.soon', { name, when: relativeTime(next.startsAt, now, reader) })}
      </span>
      <ButtonLink size="small" to={`/bridge/${next.id}`}>
        {t('today.join')}
      </ButtonLink>
    </div>
  )
}
