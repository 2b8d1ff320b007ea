import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useNow } from '#ui/time/now.ts'
import { type Bar, type Calendar, calendarOf } from '../../domain/calendar.ts'
import { dayNumber } from '../../domain/days.ts'
import type { Place } from '../../domain/check/finding.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { CalendarLane } from './CalendarLane.tsx'
import { PlacePart, useChangePlan } from './drawing-places.tsx'

const useStyles = makeStyles({
  calendar: { position: 'relative', display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
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
  lane: { position: 'relative' },
  today: {
    position: 'absolute',
    insetBlock: '-3px',
    width: '2px',
    backgroundColor: tokens.colorBrandStroke1,
    pointerEvents: 'none',
  },
  todayKey: {
    display: 'inline-block',
    width: '2px',
    height: '1em',
    marginInlineEnd: tokens.spacingHorizontalXS,
    verticalAlign: 'text-bottom',
    backgroundColor: tokens.colorBrandStroke1,
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
  const editing = useChangePlan() !== null
  const calendar = calendarOf(plan)
  const monthFormat = new Intl.DateTimeFormat(t.language, { month: 'short', timeZone: 'UTC' })
  const styleOf = { phase: styles.phase, wave: styles.wave, bridge: styles.bridge }
  const kind = (bar: Bar) =>
    bar.kind === 'phase'
      ? t(`involvement.modes.${bar.mode}`)
      : bar.kind === 'bridge'
        ? t('involvement.bridge')
        : null
  const placeOf = (bar: Bar) => placeIn(plan, bar)
  const today = useNow().slice(0, 10)
  const at = calendar === null ? null : shareBefore(calendar, today)
  if (!calendar) return <p className={mergeClasses(plain.plain, plain.quiet)}>{t('involvement.noPhases')}</p>
  return (
    <figure className={mergeClasses(plain.plain, plain.stack)} aria-label={t('drawings.calendar')}>
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
                <PlacePart place={placeOf(bar)}>
                  {bar.kind === 'phase' ? <strong>{text(bar.name)}</strong> : text(bar.name)}
                  {kind(bar) && <span className={mergeClasses(plain.quiet, plain.small)}> · {kind(bar)}</span>}
                </PlacePart>
              </span>
              <span
                className={mergeClasses(plain.quiet, plain.small)}
                title={`${day(bar.starts)} – ${day(bar.ends)}`}
              >
                {shortDay(bar.starts)} – {shortDay(bar.ends)}
                {bar.users !== null && ` · ${t('involvement.users', { count: bar.users })}`}
              </span>
            </div>
            <div className={styles.lane}>
              <CalendarLane bar={bar} place={placeOf(bar)} days={calendar.days} className={styleOf[bar.kind]} />
              {at !== null && (
                <div className={styles.today} style={{ insetInlineStart: `${at * 100}%` }} aria-hidden />
              )}
            </div>
          </div>
        ))}
      </div>
      {at !== null && (
        <p className={mergeClasses(plain.plain, plain.quiet, plain.small)}>
          <span aria-hidden className={styles.todayKey} /> {t('involvement.today', { day: day(today) })}
        </p>
      )}
      {editing && (
        <figcaption className={mergeClasses(plain.quiet, plain.small)}>{t('involvement.calendarHint')}</figcaption>
      )}
    </figure>
  )
}

/** How much of the line lies before a day; null where the day is not on it. */
function shareBefore({ bars, days }: Calendar, today: string): number | null {
  const [bar] = bars
  if (!bar) return null
  const share = bar.offset + (dayNumber(today) - dayNumber(bar.starts)) / days
  return share >= 0 && share <= 1 ? share : null
}

/** Where what a bar stands for is written in the plan. */
function placeIn({ involvement: { phases, bridges } }: SupportPlan, bar: Bar): Place {
  if (bar.kind === 'bridge')
    return ['involvement', 'bridges', bridges.findIndex((bridge) => bridge.key === bar.key)]
  if (bar.kind === 'phase') return ['involvement', 'phases', phases.findIndex((phase) => phase.key === bar.key)]
  const phase = phases.findIndex((one) => one.waves.some((wave) => wave.key === bar.key))
  const wave = phases[phase]?.waves.findIndex((one) => one.key === bar.key) ?? 0
  return ['involvement', 'phases', phase, 'waves', wave]
}
