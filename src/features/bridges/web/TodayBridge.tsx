import { useQuery } from '@tanstack/react-query'
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team'
import { NewsLine } from '#ui/show/NewsLine.tsx'
import { relativeTime } from '#ui/time/format.ts'
import { useNow } from '#ui/time/now.ts'
import { useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { bridgesOverview, useLiveBridges } from './queries.ts'

/** Shown so long before a bridge begins. */
const minutesBefore = 30

/** On Today: a bridge that is going on, or begins within half an hour. */
export function TodayBridge() {
  const t = useWords('bridges')
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
    <NewsLine
      icon={<PeopleTeamRegular aria-hidden />}
      tone="now"
      to={`/bridge/${next.id}`}
      action={t('today.join')}
    >
      {isRunning
        ? t('today.running', { name })
        : t('today.soon', { name, when: relativeTime(next.startsAt, now, reader) })}
    </NewsLine>
  )
}
