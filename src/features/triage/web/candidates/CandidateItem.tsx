import { Badge, Button, Link } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { useId } from 'react'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CheckState } from '../../domain/checks.ts'
import { useCandidateStyles } from './candidate-styles.ts'
import type { CandidateView, CheckView } from './candidate-queries.ts'
import { CheckRow } from './CheckRow.tsx'
import { useReasonWords } from './reason-words.ts'

export type CandidateDeeds = {
  readonly tick: (
    issueId: string,
    index: number,
    check: CheckView,
    state: CheckState | 'open',
    note: string,
  ) => Promise<void>
  readonly helped: (candidate: CandidateView) => void
  readonly didNotHelp: (candidate: CandidateView) => void
  readonly takeBack: (candidate: CandidateView) => void
}

type Props = {
  readonly candidate: CandidateView
  readonly open: boolean
  readonly onToggle: () => void
  readonly requester: string
  readonly nameOf: (id: string) => string
  /** Null for whoever may only look. */
  readonly deeds: CandidateDeeds | null
}

/** What the ticket may be, why, and opened: what to check, what it is and what helps. */
export function CandidateItem({ candidate, open, onToggle, requester, nameOf, deeds }: Props) {
  const t = useWords('triage')
  const styles = useCandidateStyles()
  const reasonWords = useReasonWords(requester)
  const id = useId()
  const { issue, reasons, checks, outcome } = candidate
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
        {outcome && (
          <Badge appearance="tint" color={outcome.helped ? 'success' : 'subtle'}>
            {t(outcome.helped ? 'candidates.didHelp' : 'candidates.didNot')}
          </Badge>
        )}
        {made > 0 && (
          <span className={`${styles.small} ${styles.quiet}`}>
            {t('checks.made', { count: made, all: checks.length })}
          </span>
        )}
      </div>
      <div id={id} hidden={!open} className={styles.gap}>
        {open && (
          <>
            <p className={styles.part}>{t('candidates.cause')}</p>
            <p className={styles.plain}>{issue.cause[t.language]}</p>
            <p className={styles.part}>{t('checks.title')}</p>
            {checks.map((check, index) => (
              <CheckRow
                key={check.words.en}
                check={check}
                nameOf={nameOf}
                onTick={deeds && ((state, note) => deeds.tick(issue.id, index, check, state, note))}
              />
            ))}
            <p className={styles.part}>{t('candidates.fix')}</p>
            <ol className={styles.steps}>
              {issue.fix[t.language].map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            {issue.source && (
              <Link href={issue.source} target="_blank" rel="noreferrer" className={styles.small}>
                {t('candidates.source')}
              </Link>
            )}
            {deeds && (
              <div className={styles.row}>
                {outcome ? (
                  <Button size="small" appearance="subtle" onClick={() => deeds.takeBack(candidate)}>
                    {t('candidates.takeBack')}
                  </Button>
                ) : (
                  <>
                    <Button
                      size="small"
                      icon={<CheckmarkCircleRegular aria-hidden />}
                      onClick={() => deeds.helped(candidate)}
                    >
                      {t('candidates.helped')}
                    </Button>
                    <Button size="small" appearance="subtle" onClick={() => deeds.didNotHelp(candidate)}>
                      {t('candidates.notHelped')}
                    </Button>
                  </>
                )}
              </div>
            )}
          </>
        )}
      </div>
    </li>
  )
}
