import { mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { Section } from '#ui/page/Page.tsx'
import { BareLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import { ownCommitments } from '../involvement-queries.ts'
import { useRolloutLive } from '../queries.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { useDaysLeft } from '../involvement-words.ts'
import { StandingBadge } from './StandingBadge.tsx'

/** On the page of what I must do now: what I promised for the rollout, from two weeks before it is due. */
export function OwnCommitments() {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { text, shortDay } = usePlanWords()
  const daysLeft = useDaysLeft()
  const { data } = useQuery(ownCommitments)
  useRolloutLive()
  if (!data || data.commitments.length === 0) return null
  return (
    <Section title={t('commitments.yours')}>
      <ul className={styles.list}>
        {data.commitments.map((one) => (
          <li key={one.key}>
            <BareLink
              to={`/rollout/commitments/${one.key}`}
              className={mergeClasses(styles.card, styles.cardLink)}
            >
              <span className={styles.apart}>
                <span className={styles.strong} dir="auto">
                  {text(one.what)}
                </span>
                <StandingBadge standing={one.standing} />
              </span>
              <span className={mergeClasses(styles.quiet, styles.small)}>
                {t('commitments.due', { day: shortDay(one.due) })}, {daysLeft(one.due, data.today)} ·{' '}
                {one.owner?.name ?? t('commitments.nobody')}
              </span>
            </BareLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}
