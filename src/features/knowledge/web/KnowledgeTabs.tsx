import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '#ui/words/words.ts'
import { toReview } from './queries.ts'
import { useKnowledgeStyles } from './knowledge-styles.ts'

/** The other pages of knowledge, with how much awaits review. */
export function KnowledgeTabs() {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const { data } = useQuery(toReview)
  const waiting = data?.issues.length ?? 0
  return (
    <nav className={styles.row} aria-label={t('title')}>
      <ButtonLink to="/knowledge/review">
        {waiting > 0 ? `${t('toReview')} (${waiting})` : t('toReview')}
      </ButtonLink>
      <ButtonLink to="/knowledge/resources">{t('toResources')}</ButtonLink>
    </nav>
  )
}
