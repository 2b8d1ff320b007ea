import { mergeClasses } from '@fluentui/react-components'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { Section } from '#ui/page/Page.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import type { Forecast } from '../domain/forecast.ts'
import { useForecastStyles } from './forecast-styles.ts'
import { yearsOfTen } from './WaveLights.tsx'
import { useForecastWords } from './words.ts'

type BreaksListProps = { readonly plan: SupportPlan; readonly forecast: Pick<Forecast, 'breaks' | 'goal'> }

/** For each tier the first day on which it does not keep up. */
export function BreaksList({ plan, forecast: { breaks, goal } }: BreaksListProps) {
  const { t, tier: tierName, day, percent } = useForecastWords()
  const styles = useForecastStyles()
  return (
    <Section title={t('breaks.title')}>
      <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>
        {t('breaks.about', { goal: percent(goal) })}
      </p>
      <ul className={mergeClasses(styles.list, styles.stack)}>
        {breaks.map(({ tier, share, day: { low, middle, high } }) => (
          <li key={tier} className={styles.tight}>
            <TierBadge tier={tier} name={tierName(plan, tier)} />
            <span>
              {middle === null || low === null || high === null
                ? t('breaks.never')
                : yearsOfTen(share) === 0
                  ? t('breaks.rarely', { percent: percent(share) })
                  : t('breaks.day', {
                      day: day(middle),
                      low: day(low),
                      high: day(high),
                      years: yearsOfTen(share),
                    })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
