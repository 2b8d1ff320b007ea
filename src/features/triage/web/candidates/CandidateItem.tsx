import { Link } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { Suspense, useId } from 'react'
import { onDemand } from '#ui/pages/on-demand.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import { CandidateBadges } from './CandidateBadges.tsx'
import { OutcomeBadge, OutcomeButtons } from './CandidateOutcome.tsx'
import { useCandidateStyles } from './candidate-styles.ts'
import type { CandidateDeeds, CandidateView } from './candidate-queries.ts'
import { CheckRow } from './CheckRow.tsx'
import { useReasonWords } from './reason-words.ts'

const CandidateMore = onDemand(() => import('./CandidateMore.tsx').then((module) => module.CandidateMore))

type Props = {
  readonly ticketId: string
  /** Where the ticket is investigated now; null where it is not. */
  readonly tier: number | null
  readonly candidate: CandidateView
  readonly open: boolean
  readonly onToggle: () => void
  readonly requester: string
  readonly nameOf: (id: string) => string
  /** Null for whoever may only look. */
  readonly deeds: CandidateDeeds | null
}

/** What the ticket may be, why, and opened: what to check, what it is and what helps. */
export function CandidateItem(props: Props) {
  const { ticketId, tier, candidate, open, onToggle, requester, nameOf, deeds } = props
  const t = useWords('triage')
  const styles = useCandidateStyles()
  const reasonWords = useReasonWords(requester)
  const id = useId()
  const { issue, reasons, checks, outcome } = candidate
  const [cause, fix] = [issue.cause[t.language], issue.fix[t.language]]
  const made = checks.filter(({ tick }) => tick !== null).length
  const Chevron = open ? ChevronDownRegular : ChevronRightRegular
  return (
    <li className={styles.item}>
      <h3 className={styles.heading}>
        <button type="button" className={styles.name} aria-expanded={open} aria-controls={id} onClick={onToggle}>
          <Chevron aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
          <span className={styles.grow} dir="auto">
            {issue.symptom[t.language]}
          </span>
          <TierBadge tier={issue.typicalTier} size="small" />
        </button>
      </h3>
      {reasons.length > 0 && (
        <ul className={styles.reasons} aria-label={t('candidates.why')}>
          {reasons.map((reason, index) => (
            // Words of the ticket are in whatever language it was written.
            <li key={index} {...(reason.kind === 'words' ? { dir: 'auto' } : {})}>
              {reasonWords(reason)}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.row}>
        <CandidateBadges issue={issue} />
        {outcome && <OutcomeBadge outcome={outcome} requester={requester} />}
        {made > 0 && (
          <span className={`${styles.small} ${styles.quiet}`}>
            {t('checks.made', { count: made, all: checks.length })}
          </span>
        )}
      </div>
      <div id={id} hidden={!open} className={styles.gap}>
        {open && (
          <>
            {cause !== '' && (
              <>
                <p className={styles.part}>{t('candidates.cause')}</p>
                <p className={styles.plain} dir="auto">
                  {cause}
                </p>
              </>
            )}
            {checks.length > 0 && <p className={styles.part}>{t('checks.title')}</p>}
            {checks.map((check, index) => (
              <CheckRow
                key={check.words.en}
                check={check}
                draft={`triage.${ticketId}.${issue.id}.${check.words.en}`}
                nameOf={nameOf}
                onTick={deeds && ((state, note) => deeds.tick(issue.id, index, check, state, note))}
              />
            ))}
            {fix.length > 0 && (
              <>
                <p className={styles.part}>{t('candidates.fix')}</p>
                <ol className={styles.steps}>
                  {fix.map((step) => (
                    <li key={step} dir="auto">
                      {step}
                    </li>
                  ))}
                </ol>
              </>
            )}
            <div className={styles.row}>
              <PageLink to={`/knowledge/${issue.id}`} className={styles.small}>
                {t('candidates.whole')}
              </PageLink>
              {issue.source && (
                <Link href={issue.source} target="_blank" rel="noreferrer" className={styles.small}>
                  {t('candidates.source')}
                </Link>
              )}
            </div>
            {deeds && <OutcomeButtons candidate={candidate} requester={requester} deeds={deeds} />}
            <Suspense>
              <CandidateMore issueId={issue.id} tier={tier ?? issue.typicalTier} mayFlag={deeds !== null} />
            </Suspense>
          </>
        )}
      </div>
    </li>
  )
}
