import { mergeClasses } from '@fluentui/react-components'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import type { WaveSummary } from '../../contract/waves.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { DecisionSign } from './WaveChip.tsx'

/** One wave of a phase: when, who, and what was decided. */
export function WaveCard({ wave }: { readonly wave: WaveSummary }) {
  const t = useWords('rollout')
  const { text, day } = usePlanWords()
  const styles = useInvolvementStyles()
  const { enrolled } = wave
  return (
    <li className={styles.card}>
      <div className={styles.apart}>
        <PageLink to={`/rollout/waves/${wave.key}`} className={styles.strong}>
          {text(wave.name)}
        </PageLink>
        <span className={mergeClasses(styles.quiet, styles.small)}>{t(`waves.states.${wave.state}`)}</span>
      </div>
      <span className={styles.quiet}>{t('waves.days', { starts: day(wave.starts), ends: day(wave.ends) })}</span>
      <DecisionSign decision={wave.decision} />
      <span>
        {wave.people === 0
          ? t('waves.nobody', { expected: wave.expectedUsers })
          : t('waves.people', { count: wave.people, expected: wave.expectedUsers })}
        {enrolled &&
          ` · ${t(enrolled.source === 'corrected' ? 'waves.enrolledByHand' : 'waves.enrolled', { count: enrolled.count })}`}
        {wave.openTickets > 0 && ` · ${t('waves.openTickets', { count: wave.openTickets })}`}
      </span>
    </li>
  )
}
