import { Badge, mergeClasses } from '@fluentui/react-components'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import type { FoundIssue, IssueSummary } from '../../contract/issue-view.ts'
import { OriginBadge, StateBadge, usePlatformNames, useTierName } from '../IssueBadges.tsx'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import { Reasons } from '../Reasons.tsx'

export type IssueRowProps = { readonly issue: IssueSummary & Partial<Pick<FoundIssue, 'why'>> }

const codesShown = 4

/** One issue of a list: what one sees, its codes, for which platform and tier, how far it is, and why it was found. */
export function IssueRow({ issue }: IssueRowProps) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const names = usePlatformNames()
  const tierName = useTierName()
  const isPlain = issue.supplied && issue.version === 0 && issue.state === 'published'
  return (
    <li>
      <div className={styles.tight}>
        <div className={styles.row}>
          <span className={styles.grow} dir="auto">
            <PageLink to={`/knowledge/${issue.id}`}>
              {issue.number === null ? '' : `${t('number', { number: issue.number })} · `}
              {issue.symptom[t.language]}
            </PageLink>
          </span>
          <span className={styles.tags}>
            {!isPlain && <StateBadge state={issue.state} />}
            {(!issue.supplied || issue.version > 0) && (
              <OriginBadge supplied={issue.supplied} version={issue.version} />
            )}
            {issue.review
              .filter((reason) => reason !== 'draft')
              .map((reason) => (
                <Badge key={reason} appearance="tint" color="warning">
                  {t(`review.${reason}`)}
                </Badge>
              ))}
          </span>
        </div>
        <div className={mergeClasses(styles.row, styles.quiet, styles.small)}>
          {issue.codes.length > 0 && (
            <span className={styles.code}>
              {issue.codes.slice(0, codesShown).join(', ')}
              {issue.codes.length > codesShown && ` +${issue.codes.length - codesShown}`}
            </span>
          )}
          <span>{names(issue.platforms)}</span>
          <span>{t(`area.${issue.area}`)}</span>
          <span>{tierName(issue.typicalTier)}</span>
          {issue.reuse.linked > 0 && <span>{t('issue.linked', { count: issue.reuse.linked })}</span>}
        </div>
        {issue.why && <Reasons why={issue.why} />}
      </div>
    </li>
  )
}
