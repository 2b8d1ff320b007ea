import { mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { useWords } from '#ui/words/words.ts'
import { reviewReasons } from '../../domain/keeping.ts'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import { IssueRow } from '../list/IssueRow.tsx'
import { toReview, useKnowledgeLive } from '../queries.ts'

/** What awaits somebody who may confirm, by why. */
export function ReviewPage() {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const query = useQuery(toReview)
  useKnowledgeLive()
  return (
    <Page
      title={t('reviewPage.title')}
      width="work"
      back={{ to: '/knowledge', label: t('toList') }}
      state={query.data && t('reviewPage.state', { count: query.data.issues.length })}
    >
      <Loaded query={query}>
        {({ issues, mayReview }) =>
          issues.length === 0 ? (
            <EmptyState title={t('reviewPage.none')} text={t('reviewPage.noneHint')} />
          ) : (
            <div className={styles.stack}>
              {!mayReview && (
                <p className={mergeClasses(styles.plain, styles.quiet)}>{t('reviewPage.notYours')}</p>
              )}
              {reviewReasons
                .map((reason) => ({ reason, own: issues.filter(({ review }) => review[0] === reason) }))
                .filter(({ own }) => own.length > 0)
                .map(({ reason, own }) => (
                  <Section key={reason} title={`${t(`review.${reason}`)} (${own.length})`} card>
                    <ul className={styles.list}>
                      {own.map((issue) => (
                        <IssueRow key={issue.id} issue={issue} />
                      ))}
                    </ul>
                  </Section>
                ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}
