import { Badge } from '@fluentui/react-components'
import { StateBadge } from '#features/knowledge/web/IssueBadges.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CandidateView } from './candidate-queries.ts'

/** What is less sure than it looks: nobody has confirmed it, it was put away, or it is in the other language. */
export function CandidateBadges({ issue: { state, missing } }: Pick<CandidateView, 'issue'>) {
  const t = useWords('triage')
  const isSure = state === 'confirmed' || state === 'published'
  return (
    <>
      {!isSure && <StateBadge state={state} />}
      {missing === t.language && <Badge appearance="outline">{t('candidates.oneLanguage')}</Badge>}
    </>
  )
}
