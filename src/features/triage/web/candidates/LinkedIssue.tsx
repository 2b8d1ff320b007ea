import { useQuery } from '@tanstack/react-query'
import { PageLink } from '#ui/pages/PageLink.tsx'
import type { Slots } from '#ui/pages/slots.tsx'
import { useWords } from '#ui/words/words.ts'
import { triageOfTicket } from './candidate-queries.ts'
import { useCandidateStyles } from './candidate-styles.ts'

/** The known issue of a diagnosis, as a tier needs it that solves it itself next time: by what it is known, what to check, what helps. */
export function LinkedIssue({ ticketId, issueId }: Slots['tickets.knownIssue']) {
  const t = useWords('triage')
  const styles = useCandidateStyles()
  const triage = useQuery(triageOfTicket(ticketId)).data
  const found = triage?.candidates.find(({ issue }) => issue.id === issueId)
  if (!found) return null
  const { issue, checks } = found
  return (
    <div className={styles.gap}>
      <PageLink to={`/knowledge/${issue.id}`}>{issue.symptom[t.language]}</PageLink>
      {checks.length > 0 && (
        <>
          <p className={styles.part}>{t('checks.title')}</p>
          <ul className={styles.steps}>
            {checks.map(({ words }) => (
              <li key={words.en}>{words[t.language]}</li>
            ))}
          </ul>
        </>
      )}
      {issue.fix[t.language].length > 0 && (
        <>
          <p className={styles.part}>{t('candidates.fix')}</p>
          <ol className={styles.steps}>
            {issue.fix[t.language].map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
