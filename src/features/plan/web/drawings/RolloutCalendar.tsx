import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { type Bar, calendarOf } from '../../domain/calendar.ts'

const useStyles = makeStyles({
  calendar: { position: 'relative', display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  lane: {
    position: 'relative',
    height: '10px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
  },
  bar: { position: 'absolute', insetBlock: 0, borderRadius: tokens.borderRadiusSmall, minWidth: '4px' },
  phase: { backgroundColor: tokens.colorNeutralForeground2 },
  wave: { backgroundColor: 'var(--tier-1-fill)' },
  bridge: {
    backgroundImage: `repeating-linear-gradient(135deg, var(--tier-3-fill) 0 5px, ${tokens.colorNeutralBackground1} 5px 8px)`,
    boxShadow: 'inset 0 0 0 1px var(--tier-3-fill)',
  },
  months: { position: 'relative', height: '20px' },
  month: {
    position: 'absolute',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    borderInlineStartWidth: '1px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStrokeAccessible,
    paddingInlineStart: '4px',
    whiteSpace: 'nowrap',
  },
  words: {
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    flexWrap: 'wrap',
  },
  indented: { paddingInlineStart: tokens.spacingHorizontalM },
})

/** Phases, their waves and the standing bridges on one time line. */
export function RolloutCalendar({ plan }: { readonly plan: SupportPlan }) {
  const { t, text, shortDay, day } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const calendar = calendarOf(plan)
  if (!calendar) return <p className={mergeClasses(plain.plain, plain.quiet)}>{t('involvement.noPhases')}</p>
  const monthFormat = new Intl.DateTimeFormat(t.language, { month: 'short', timeZone: 'UTC' })
  const styleOf = { phase: styles.phase, wave: styles.wave, bridge: styles.bridge }
  const kind = (bar: Bar) =>
    bar.kind === 'phase'
      ? t(`involvement.modes.${bar.mode}`)
      : bar.kind === 'bridge'
        ? t('involvement.bridge')
        : null
  return (
    <figure className={plain.plain} aria-label={t('drawings.calendar')}>
      <div className={styles.calendar}>
        <div className={styles.months} aria-hidden>
          {calendar.months.map((month) => (
            <span key={month.at} className={styles.month} style={{ insetInlineStart: `${month.offset * 100}%` }}>
              {monthFormat.format(new Date(`${month.at}T12:00:00Z`))}
            </span>
          ))}
        </div>
        {calendar.bars.map((bar, index) => (
          <div key={`${bar.kind} ${bar.key} ${index}`} className={plain.tight}>
            <div className={mergeClasses(styles.words, bar.kind !== 'phase' && styles.indented)}>
              <span>
                {bar.kind === 'phase' ? <strong>{text(bar.name)}</strong> : text(bar.name)}
                {kind(bar) && <span className={mergeClasses(plain.quiet, plain.small)}> · {kind(bar)}</span>}
              </span>
              <span
                className={mergeClasses(plain.quiet, plain.small)}
                title={`${day(bar.starts)} – ${day(bar.ends)}`}
              >
                {shortDay(bar.starts)} – {shortDay(bar.ends)}
                {bar.users !== null && ` · ${t('involvement.users', { count: bar.users })}`}
              </span>
            </div>
            <div className={styles.lane} aria-hidden>
              <div
                className={mergeClasses(styles.bar, styleOf[bar.kind])}
                style={{ insetInlineStart: `${bar.offset * 100}%`, width: `${bar.length * 100}%` }}
              />
            </div>
          </div>
        ))}
      </div>
    </figure>
  )
}
