import { Button, mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { ActDialog } from '#features/knowledge/web/issue/ActDialog.tsx'
import type { IssueAct } from '#features/knowledge/web/issue/issue-acts.ts'
import { issue as issueOf } from '#features/knowledge/web/queries.ts'
import { ResourceList } from '#features/knowledge/web/resources/ResourceList.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Slot } from '#ui/pages/slots.tsx'
import { useWords } from '#ui/words/words.ts'
import { useCandidateStyles } from './candidate-styles.ts'

type Props = {
  readonly issueId: string
  /** Whose tools are shown: where the ticket is now. */
  readonly tier: number
  readonly mayFlag: boolean
}

/** Of an opened candidate: where there is more about it, and a way to say that it is not right. */
export function CandidateMore({ issueId, tier, mayFlag }: Props) {
  const t = useWords('knowledge')
  const styles = useCandidateStyles()
  const issue = useQuery(issueOf(issueId)).data
  const dialog = useDialog<IssueAct>()
  if (!issue) return null
  const flags = issue.flags.filter(({ settled }) => settled === null)
  return (
    <div className={styles.gap}>
      {issue.resources.length > 0 && (
        <>
          <p className={styles.part}>{t('issue.resources')}</p>
          <ResourceList resources={issue.resources} none="" mayReview={false} />
        </>
      )}
      <Slot name="knowledge.resources" of={{ tier }} />
      {flags.map(({ id, comment, by }) => (
        <p key={id} className={mergeClasses(styles.plain, styles.small)} dir="auto">
          {`${t('flags.title')}: ${comment}${by === null ? '' : ` (${by.name})`}`}
        </p>
      ))}
      {mayFlag && issue.mayWrite && (
        <div className={styles.row}>
          <Button size="small" appearance="subtle" onClick={() => dialog.show({ act: 'flag' })}>
            {t('flags.say')}
          </Button>
        </div>
      )}
      {dialog.of && (
        <ActDialog key={dialog.turn} act={dialog.of} issue={issue} open={dialog.open} onClose={dialog.hide} />
      )}
    </div>
  )
}
