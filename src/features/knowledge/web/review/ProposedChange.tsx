import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import type { IssueDetail } from '../../contract/issue-view.ts'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import { issueHistory } from '../queries.ts'
import { ChangedParts } from './ChangedParts.tsx'

/** What a proposal that waits makes of the text in use, with why: what somebody reads before they decide about it. */
export function ProposedChange({ issue }: { readonly issue: IssueDetail }) {
  const styles = useKnowledgeStyles()
  const query = useQuery(issueHistory(issue.id))
  return (
    <Loaded query={query}>
      {({ versions }) => {
        const proposal = versions.find(({ version }) => version === issue.proposed)
        if (!proposal?.before) return null
        return (
          <div className={styles.stack}>
            <PlainText text={proposal.reason} />
            <ChangedParts parts={proposal.changed} before={proposal.before} after={issue.latest} />
          </div>
        )
      }}
    </Loaded>
  )
}
