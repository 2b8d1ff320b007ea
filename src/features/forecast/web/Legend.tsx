import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { phaseLabel, waveLabel } from './charts/marks.ts'
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
  today: { width: '2px', backgroundColor: tokens.colorBrandStroke1 },
  marks: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
  },
  meant: { margin: 0 },
})

type LegendProps = {
  readonly plan: SupportPlan
  /** Beside what is saved. */
  readonly compared: boolean
  readonly today: boolean
}

/** What lines, bands, letters and numbers in the charts mean. */
export function Legend({ plan, compared, today }: LegendProps) {
  const { t } = useForecastWords()
  const plain = useForecastStyles()
  const styles = useStyles()
  const { phases } = plan.involvement
  const keys = [
    ['line', styles.line],
    ['band', styles.band],
    ['goal', styles.goal],
    ...(today ? ([['today', styles.today]] as const) : []),
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
      {phases.length > 0 && (
        <dl className={styles.marks}>
          <MarkRow name={t('legend.phases')} label={phaseLabel} entries={phases} />
          <MarkRow name={t('legend.waves')} label={waveLabel} entries={phases.flatMap((phase) => phase.waves)} />
        </dl>
      )}
    </div>
  )
}

type MarkRowProps = {
  readonly name: string
  readonly label: (index: number) => string
  readonly entries: readonly Pick<
    SupportPlan['involvement']['phases'][number],
    'key' | 'name' | 'starts' | 'ends'
  >[]
}

function MarkRow({ name, label, entries }: MarkRowProps) {
  const { t, shortDay } = useForecastWords()
  const plain = useForecastStyles()
  const styles = useStyles()
  return (
    <>
      <dt className={plain.quiet}>{name}</dt>
      <dd className={styles.meant}>
        <ol className={mergeClasses(plain.list, plain.row)}>
          {entries.map((entry, index) => (
            <li key={entry.key}>
              <strong>{label(index)}</strong> {entry.name[t.language]}{' '}
              <span className={plain.quiet}>
                {t('legend.days', { from: shortDay(entry.starts), to: shortDay(entry.ends) })}
              </span>
            </li>
          ))}
        </ol>
      </dd>
    </>
  )
}
