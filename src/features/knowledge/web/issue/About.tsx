import { Button, mergeClasses } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { Section } from '#ui/page/Page.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { Slot } from '#ui/pages/slots.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { IssueDetail } from '../../contract/issue-view.ts'
import { useTierName } from '../IssueBadges.tsx'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import { ResourceList } from '../resources/ResourceList.tsx'
import type { IssueAct } from './issue-acts.ts'

const ticketsShown = 8

export type AboutProps = { readonly issue: IssueDetail; readonly onAct: (act: IssueAct) => void }

/** Beside what an issue says: codes in every spelling, who wrote and confirmed it, what it was used for, and where there is more. */
export function About({ issue, onAct }: AboutProps) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const from = issue.ticketId === null ? [] : [issue.ticketId]
  const ticketIds = [...new Set([...from, ...issue.uses.map(({ ticketId }) => ticketId)])].slice(0, ticketsShown)
  return (
    <div className={styles.stack}>
      <Section title={t('issue.about')} card>
        <Facts issue={issue} />
      </Section>
      {issue.spellings.length > 0 && (
        <Section title={t('issue.spellings')} card>
          <ul className={styles.bare}>
            {issue.spellings.slice(0, 30).map(({ code, spellings }) => (
              <li key={code} className={styles.code}>
                {spellings.join(' · ')}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('issue.reuse')} card>
        <Reuse issue={issue} />
        {ticketIds.length > 0 && <Slot name="knowledge.tickets" of={{ ticketIds }} />}
      </Section>
      <Section
        title={t('issue.resources')}
        card
        action={
          issue.mayWrite && (
            <Button size="small" icon={<AddRegular aria-hidden />} onClick={() => onAct({ act: 'resource' })}>
              {t('resources.addToIssue')}
            </Button>
          )
        }
      >
        <ResourceList resources={issue.resources} none={t('issue.noResources')} mayReview={issue.mayReview} />
        <Slot name="knowledge.resources" of={{ tier: issue.typicalTier }} />
      </Section>
      {issue.alike.length > 0 && (
        <Section title={t('issue.alike')} card>
          <ul className={styles.bare}>
            {issue.alike.map((other) => (
              <li key={other.id} dir="auto">
                <PageLink to={`/knowledge/${other.id}`}>{other.symptom[t.language]}</PageLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

function Facts({ issue }: { readonly issue: IssueDetail }) {
  const t = useWords('knowledge')
  const tierName = useTierName()
  const by = (person: IssueDetail['writtenBy'], at: string | null) => (
    <>
      {person?.name} {at !== null && <Time at={at} form="absolute" />}
    </>
  )
  return (
    <KeyValues
      items={[
        {
          label: t('issue.usual'),
          value: <TierBadge tier={issue.typicalTier} name={tierName(issue.typicalTier)} />,
        },
        {
          label: t('issue.writtenBy'),
          value:
            issue.writtenBy !== null
              ? by(issue.writtenBy, issue.writtenAt)
              : t(issue.supplied && issue.version === 0 ? 'issue.suppliedBy' : 'history.system'),
        },
        {
          label: t('issue.confirmedBy'),
          value:
            issue.confirmedBy !== null
              ? by(issue.confirmedBy, issue.confirmedAt)
              : issue.supplied && issue.version === 0
                ? t('issue.suppliedBy')
                : t('issue.notConfirmed'),
        },
        ...(issue.reviewDue !== null
          ? [{ label: t('issue.reviewDue'), value: <time dateTime={issue.reviewDue}>{issue.reviewDue}</time> }]
          : []),
        {
          label: t('issue.version'),
          value: (
            <PageLink to={`/knowledge/${issue.id}/history`}>
              {issue.version === 0 ? t('from.supplied') : t('issue.versionOf', { version: issue.version })}
            </PageLink>
          ),
        },
        ...(issue.text.graphFailureCategory !== null
          ? [{ label: t('issue.category'), value: issue.text.graphFailureCategory }]
          : []),
      ]}
    />
  )
}

function Reuse({ issue: { reuse } }: { readonly issue: IssueDetail }) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const counts = [
    ['linked', reuse.linked],
    ['helped', reuse.helped],
    ['notHelped', reuse.notHelped],
    ['firstAid', reuse.firstAid],
  ] as const
  const used = counts.filter(([, count]) => count > 0)
  if (used.length === 0) return <p className={styles.plain}>{t('issue.never')}</p>
  return (
    <ul className={styles.bare}>
      {used.map(([kind, count]) => (
        <li key={kind}>{t(`issue.${kind}`, { count })}</li>
      ))}
      {reuse.lastAt !== null && (
        <li className={mergeClasses(styles.quiet, styles.small)}>
          {t('issue.lastUse')} <Time at={reuse.lastAt} />
        </li>
      )}
    </ul>
  )
}
