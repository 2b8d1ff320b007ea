import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { useForecastStyles } from './forecast-styles.ts'
import { useForecastWords } from './words.ts'

const useStyles = makeStyles({
  key: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  swatch: { width: '22px', height: '12px', display: 'inline-block', position: 'relative' },
  band: { backgroundColor: 'color-mix(in srgb, var(--tier-1-ink) 24%, transparent)' },
  savedBand: { backgroundColor: `color-mix(in srgb, ${tokens.colorNeutralForeground3} 22%, transparent)` },
  line: { borderTop: '2px solid var(--tier-1-ink)', height: 0 },
  savedLine: { borderTop: `2px solid ${tokens.colorNeutralForeground3}`, height: 0 },
  goal: { borderTop: `2px dashed ${tokens.colorNeutralForeground1}`, height: 0 },
})

/** What lines, bands and numbers in the charts mean. */
export function Legend({ plan, compared }: { readonly plan: SupportPlan; readonly compared: boolean }) {
  const { t, wave: waveName, shortDay } = useForecastWords()
  const plain = useForecastStyles()
  const styles = useStyles()
  const waves = plan.involvement.phases.flatMap((phase) => phase.waves)
  const keys = [
    ['line', styles.line],
    ['band', styles.band],
    ['goal', styles.goal],
    ...(compared
      ? ([
          ['savedLine', styles.savedLine],
          ['savedBand', styles.savedBand],
        ] as const)
      : []),
  ] as const
  return (
    <div className={mergeClasses(plain.stack, plain.small)}>
      <ul className={mergeClasses(plain.list, plain.row)}>
        {keys.map(([key, style]) => (
          <li key={key} className={styles.key}>
            <span aria-hidden className={mergeClasses(styles.swatch, style)} />
            {t(`legend.${key}`)}
          </li>
        ))}
      </ul>
      <ol className={mergeClasses(plain.list, plain.row)}>
        {waves.map((wave, index) => (
          <li key={wave.key}>
            <strong>{index + 1}</strong> {waveName(plan, wave.key)}{' '}
            <span className={plain.quiet}>
              {t('legend.days', { from: shortDay(wave.starts), to: shortDay(wave.ends) })}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
