import { Button, mergeClasses } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { IssueDetail } from '../../contract/issue-view.ts'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import type { IssueAct } from './issue-acts.ts'

export type FlagsProps = { readonly issue: IssueDetail; readonly onAct: (act: IssueAct) => void }

/** What colleagues say is not right, with what was answered. */
export function Flags({ issue, onAct }: FlagsProps) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  if (issue.flags.length === 0) return null
  return (
    <Section title={t('flags.title')} card>
      <ul className={styles.list}>
        {issue.flags.map((flag) => (
          <li key={flag.id} className={styles.tight}>
            <PlainText text={flag.comment} />
            <div className={mergeClasses(styles.row, styles.quiet, styles.small)}>
              <span>{t('flags.by', { name: flag.by?.name ?? '', version: flag.version })}</span>
              <Time at={flag.at} />
              {!flag.settled && issue.mayReview && (
                <Button size="small" onClick={() => onAct({ act: 'answer', flagId: flag.id })}>
                  {t('flags.answer')}
                </Button>
              )}
            </div>
            {flag.settled && (
              <div className={styles.box}>
                <strong>{t('flags.answered')}</strong> {flag.settled.by?.name} <Time at={flag.settled.at} />
                <PlainText text={flag.settled.answer} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
