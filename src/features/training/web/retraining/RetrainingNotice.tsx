import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { ButtonLink, PageLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { retraining } from './queries.ts'

/** On the page of training: that the plan asks something anew, and the ways to practice and to what others have to do. */
export function RetrainingNotice() {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const shown = useQuery(retraining).data
  const [first] = shown?.mine ?? []
  return (
    <>
      {first && (
        <MessageBar intent={first.suspendedAt ? 'error' : 'warning'} layout="multiline">
          <MessageBarBody>
            {first.suspendedAt
              ? t('retraining.overdue', { tier: first.tier })
              : t('retraining.state', { count: shown?.mine.length ?? 1 })}
          </MessageBarBody>
          <MessageBarActions>
            <ButtonLink to={`/training/retraining/${first.id}`} size="small">
              {t('retraining.open')}
            </ButtonLink>
          </MessageBarActions>
        </MessageBar>
      )}
      <p className={styles.plain}>
        <span className={styles.row}>
          <PageLink to="/training/practice">{t('practice.title')}</PageLink>
          <PageLink to="/training/retraining">{t('retraining.title')}</PageLink>
        </span>
      </p>
    </>
  )
}
