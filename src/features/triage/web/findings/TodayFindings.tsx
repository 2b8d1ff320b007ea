import { useQuery } from '@tanstack/react-query'
import { NewsLine } from '#ui/show/NewsLine.tsx'
import { useWords } from '#ui/words/words.ts'
import { findingsNow, useLiveFindings } from './finding-queries.ts'

/** On Today: what was found in Intune and waits for somebody to say what becomes of it. */
export function TodayFindings() {
  const t = useWords('triage')
  const found = useQuery(findingsNow).data
  useLiveFindings()
  const hints = found?.findings.filter(({ state }) => state === 'told').length ?? 0
  if (hints === 0) return null
  return (
    <NewsLine to="/desk/findings" action={t('findings.look')}>
      {t('findings.today', { count: hints })}
    </NewsLine>
  )
}
