import { mergeClasses, ProgressBar } from '@fluentui/react-components'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { Alert } from '#ui/notice/Alert.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { EmptyState, ErrorState } from '#ui/page/states.tsx'
import { useForecastStyles } from '../forecast-styles.ts'
import { useForecastWords } from '../words.ts'
import { replayNames } from './difference-words.ts'
import { EvidenceTable } from './EvidenceTable.tsx'
import { ReplayedTickets } from './ReplayedTickets.tsx'
import { TargetsTable } from './TargetsTable.tsx'
import type { Replayed } from './use-replay.ts'

type ReplayResultProps = { readonly replayed: Replayed; readonly plans: readonly SupportPlan[] }

export function ReplayResult({ replayed, plans }: ReplayResultProps) {
  const words = useForecastWords()
  const { t } = words
  const refusalWords = useRefusals('forecast')
  const styles = useForecastStyles()
  const { totals, tickets, total, state, error } = replayed
  const names = replayNames(words, plans)
  if (state === 'failed') return <ErrorState error={error} refusalWords={refusalWords} />
  if (state === 'done' && totals.tickets === 0)
    return <EmptyState title={t('replay.none')} text={t('replay.noneText')} />
  return (
    <div className={styles.column}>
      {state === 'playing' && (
        <div className={styles.tight}>
          <ProgressBar aria-label={t('replay.title')} {...(total > 0 ? { value: totals.tickets / total } : {})} />
          <span className={mergeClasses(styles.quiet, styles.small)}>
            {t('replay.progress', { done: totals.tickets, total })}
          </span>
        </div>
      )}
      {(state === 'stopped' || state === 'changed') && <Alert>{t(`replay.${state}`)}</Alert>}
      {state === 'done' && totals.otherwise === 0 ? (
        <EmptyState title={t('replay.same')} text={t('replay.sameText')} />
      ) : (
        <Section title={t('replay.summary')}>
          <p className={styles.answer} aria-live="polite">
            {t('replay.otherwise', { count: totals.tickets, otherwise: totals.otherwise })}
          </p>
        </Section>
      )}
      <Section title={t('replay.targetsTitle')}>
        <TargetsTable totals={totals} names={names} />
      </Section>
      {totals.evidence.length > 0 && (
        <Section title={t('replay.evidenceTitle')}>
          <EvidenceTable totals={totals} names={names} />
        </Section>
      )}
      {tickets.length > 0 && <ReplayedTickets tickets={tickets} kinds={totals.kinds} names={names} />}
      <Section title={t('replay.limitsTitle')}>
        <p className={mergeClasses(styles.plain, styles.quiet)}>{t('replay.limits')}</p>
      </Section>
    </div>
  )
}
