import { Suspense } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { usePathParams } from '#ui/pages/address.ts'
import { onDemand, useEver, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { useWords } from '#ui/words/words.ts'
import type { IssueDetail } from '../../contract/issue-view.ts'
import { OriginBadge, StateBadge, usePlatformNames } from '../IssueBadges.tsx'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import { KnownIssueCard } from '../KnownIssueCard.tsx'
import { issue as issueOf, useKnowledgeLive } from '../queries.ts'
import { About } from './About.tsx'
import { Flags } from './Flags.tsx'
import type { IssueAct } from './issue-acts.ts'
import { IssueActions } from './IssueActions.tsx'
import { Notices } from './Notices.tsx'

const ActDialog = onDemand(() => import('./ActDialog.tsx').then((module) => module.ActDialog))

/** One known issue: what it says, how far it has come, and what may be done with it. */
export function IssuePage() {
  const t = useWords('knowledge')
  const { id = '' } = usePathParams()
  const query = useQuery(issueOf(id))
  const dialog = useDialog<IssueAct>()
  const wasOpen = useEver(dialog.open)
  useKnowledgeLive()
  useFetchedWhenIdle([ActDialog])
  const issue = query.data
  return (
    <Page
      title={issue ? titleOf(issue, t.language, t('number', { number: issue.number ?? '' })) : t('title')}
      width="work"
      back={{ to: '/knowledge', label: t('toList') }}
      state={issue && <State issue={issue} />}
      action={issue && <IssueActions issue={issue} onAct={dialog.show} />}
    >
      <Loaded query={query}>{(shown) => <Body issue={shown} onAct={dialog.show} />}</Loaded>
      <Suspense>
        {wasOpen && dialog.of && issue && (
          <ActDialog key={dialog.turn} act={dialog.of} issue={issue} open={dialog.open} onClose={dialog.hide} />
        )}
      </Suspense>
    </Page>
  )
}

function titleOf(issue: IssueDetail, language: 'nl' | 'en', number: string): string {
  const symptom = issue.symptom[language]
  return issue.number === null ? symptom : `${number} · ${symptom}`
}

function State({ issue }: { readonly issue: IssueDetail }) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const names = usePlatformNames()
  return (
    <span className={styles.row}>
      <StateBadge state={issue.state} />
      <OriginBadge supplied={issue.supplied} version={issue.version} />
      <span>{names(issue.platforms)}</span>
      <span>{t(`area.${issue.area}`)}</span>
    </span>
  )
}

type BodyProps = { readonly issue: IssueDetail; readonly onAct: (act: IssueAct) => void }

function Body({ issue, onAct }: BodyProps) {
  const styles = useKnowledgeStyles()
  return (
    <div className={styles.stack}>
      <Notices issue={issue} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <KnownIssueCard issue={{ ...issue.text, id: issue.id, missing: issue.missing }} heading="h2" bare />
          <Flags issue={issue} onAct={onAct} />
        </div>
        <About issue={issue} onAct={onAct} />
      </div>
    </div>
  )
}
