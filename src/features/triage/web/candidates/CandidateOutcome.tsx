import { Badge, Button, mergeClasses } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { useWords } from '#ui/words/words.ts'
import type { CandidateDeeds, CandidateView } from './candidate-queries.ts'
import { useCandidateStyles } from './candidate-styles.ts'

/** Whether it helped, and whose word that is. */
export function OutcomeBadge({
  outcome,
  requester,
}: {
  readonly outcome: NonNullable<CandidateView['outcome']>
  readonly requester: string
}) {
  const t = useWords('triage')
  const { helped, saidBy } = outcome
  return (
    <Badge appearance="tint" color={helped ? 'success' : 'subtle'}>
      {saidBy === 'requester'
        ? t('candidates.requesterTried', { name: requester })
        : saidBy === 'contact'
          ? t(helped ? 'candidates.contactHelped' : 'candidates.contactDidNot', { name: requester })
          : t(helped ? 'candidates.didHelp' : 'candidates.didNot')}
    </Badge>
  )
}

type Props = {
  readonly candidate: CandidateView
  readonly requester: string
  readonly deeds: CandidateDeeds
}

/** Says whether it helped, or takes that back; what the requester found can only be changed by a new contact. */
export function OutcomeButtons({ candidate, requester, deeds }: Props) {
  const t = useWords('triage')
  const styles = useCandidateStyles()
  const { outcome } = candidate
  if (outcome?.saidBy === 'contact') {
    return (
      <p className={mergeClasses(styles.plain, styles.small, styles.quiet)}>
        {t('candidates.contactStands', { name: requester })}
      </p>
    )
  }
  return (
    <div className={styles.row}>
      {outcome?.saidBy === 'agent' ? (
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
  )
}
