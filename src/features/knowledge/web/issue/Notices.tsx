import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import type { IssueDetail } from '../../contract/issue-view.ts'

/** What somebody has to know before they trust what stands below. */
export function Notices({ issue }: { readonly issue: IssueDetail }) {
  const t = useWords('knowledge')
  const { proposed, suppliedNews, state } = issue
  return (
    <>
      {state === 'archived' && (
        <MessageBar layout="multiline">
          <MessageBarBody>{t('issue.archived')}</MessageBarBody>
        </MessageBar>
      )}
      {proposed !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('issue.proposedIntro')}</MessageBarBody>
          <MessageBarActions>
            <ButtonLink to={`/knowledge/${issue.id}/history`} size="small">
              {t('issue.seeProposed')}
            </ButtonLink>
          </MessageBarActions>
        </MessageBar>
      )}
      {suppliedNews.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('issue.news', { count: suppliedNews.length })}</MessageBarBody>
          {issue.mayWrite && (
            <MessageBarActions>
              <ButtonLink to={`/knowledge/${issue.id}/edit`} size="small">
                {t('issue.compare')}
              </ButtonLink>
            </MessageBarActions>
          )}
        </MessageBar>
      )}
    </>
  )
}
