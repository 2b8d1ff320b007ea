import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type Bar, type Calendar, calendarOf } from '#features/plan/domain/calendar.ts'
import { dayNumber } from '#features/plan/domain/days.ts'
import type { Place } from '#features/plan/domain/check/finding.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { CalendarLane } from '#features/plan/web/drawings/CalendarLane.tsx'
import { DrawingPlaces } from '#features/plan/web/drawings/drawing-places.tsx'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import { waveOf } from '../../domain/mails/waves.ts'
import type { CalendarEvent } from '../../contract/waves.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'

const useStyles = makeStyles({
  calendar: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalSNudge },
  phase: { backgroundColor: tokens.colorNeutralStroke1 },
  wave: { backgroundColor: tokens.colorBrandBackground },
  bridge: {
    backgroundImage: `repeating-linear-gradient(90deg, ${tokens.colorNeutralForeground3} 0 6px, transparent 6px 10px)`,
  },
  lane: { position: 'relative' },
  today: {
    position: 'absolute',
    insetBlock: '-4px',
    width: '2px',
    backgroundColor: tokens.colorPaletteRedBorderActive,
    pointerEvents: 'none',
  },
  months: { position: 'relative', height: '20px', overflow: 'hidden' },
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
  events: {
    position: 'relative',
    height: '16px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
  },
  event: {
    position: 'absolute',
    insetBlockStart: '3px',
    width: '10px',
    height: '10px',
    marginInlineStart: '-5px',
    border: `2px solid ${tokens.colorNeutralForeground2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  training: { borderRadius: '50%' },
  commitment: { transform: 'rotate(45deg)' },
  done: { backgroundColor: tokens.colorNeutralForeground2 },
  indented: { paddingInlineStart: tokens.spacingHorizontalM },
})

type RolloutDrawingProps = {
  readonly plan: SupportPlan
  readonly today: string
  readonly events: readonly CalendarEvent[]
  /** Moves a wave by pointer or arrow keys; left out: it is only looked at. */
  readonly onMove?: ((key: string, starts: string, ends: string) => void) | undefined
}

/** Phases, waves, bridges, training and commitments on one time line. */
export function RolloutDrawing({ plan, today, events, onMove }: RolloutDrawingProps) {
  const t = useWords('rollout')
  const plain = useInvolvementStyles()
  const styles = useStyles()
  const { text, shortDay, day } = usePlanWords()
  const calendar = calendarOf(plan)
  if (!calendar) return null
  const at = shareBefore(calendar, today)
  const monthName = new Intl.DateTimeFormat(t.language, { month: 'short', timeZone: 'UTC' })
  const kinds = (['training', 'commitment'] as const).map((kind) => ({
    kind,
    shown: events.filter((one) => one.kind === kind && shareBefore(calendar, one.day) !== null),
  }))
  const nowLine =
    at === null ? null : <div className={styles.today} style={{ insetInlineStart: `${at * 100}%` }} aria-hidden />
  return (
    <figure className={mergeClasses(plain.plain, styles.calendar)} aria-label={t('waves.calendar')}>
      <div className={styles.months} aria-hidden>
        {calendar.months.map((month) => (
          <span key={month.at} className={styles.month} style={{ insetInlineStart: `${month.offset * 100}%` }}>
            {monthName.format(new Date(`${month.at}T12:00:00Z`))}
          </span>
        ))}
      </div>
      {calendar.bars.map((bar) => (
        <div key={`${bar.kind} ${bar.key}`} className={plain.tight}>
          <div className={mergeClasses(plain.apart, bar.kind !== 'phase' && styles.indented)}>
            <span>
              {bar.kind === 'wave' ? (
                <PageLink to={`/rollout/waves/${bar.key}`}>{text(bar.name)}</PageLink>
              ) : (
                <strong>{text(bar.name)}</strong>
              )}
            </span>
            <span className={mergeClasses(plain.quiet, plain.small)}>
              {shortDay(bar.starts)} – {shortDay(bar.ends)}
            </span>
          </div>
          <div className={styles.lane}>
            <Lane bar={bar} plan={plan} days={calendar.days} className={styles[bar.kind]} onMove={onMove} />
            {nowLine}
          </div>
        </div>
      ))}
      {kinds.map(
        ({ kind, shown }) =>
          shown.length > 0 && (
            <div key={kind} className={plain.tight}>
              <strong className={styles.indented}>{t(`waves.events.${kind}`)}</strong>
              <div className={mergeClasses(styles.lane, styles.events)}>
                {shown.map((one, index) => (
                  <span
                    key={`${one.day} ${index}`}
                    title={`${day(one.day)}: ${text(one.name)}`}
                    className={mergeClasses(styles.event, styles[kind], one.done && styles.done)}
                    style={{ insetInlineStart: `${(shareBefore(calendar, one.day) ?? 0) * 100}%` }}
                    aria-hidden
                  />
                ))}
                {nowLine}
              </div>
            </div>
          ),
      )}
      <figcaption className={mergeClasses(plain.quiet, plain.small)}>
        {t('waves.todayLine', { day: day(today) })} {onMove && t('waves.moveHint')}
      </figcaption>
    </figure>
  )
}

type LaneProps = {
  readonly bar: Bar
  readonly plan: SupportPlan
  readonly days: number
  readonly className: string
  readonly onMove: RolloutDrawingProps['onMove']
}

/** Only waves are moved here; a phase is changed in the plan. */
function Lane({ bar, plan, days, className, onMove }: LaneProps) {
  const place = placeOf(plan, bar)
  const lane = <CalendarLane bar={bar} place={place} days={days} className={className} />
  if (bar.kind !== 'wave' || !onMove) return lane
  const change = (_place: Place, to: (before: SupportPlan) => SupportPlan) => {
    const moved = waveOf(to(plan), bar.key)?.wave
    if (moved) onMove(bar.key, moved.starts, moved.ends)
  }
  return <DrawingPlaces editing={{ goTo: () => {}, change }}>{lane}</DrawingPlaces>
}

function placeOf({ involvement: { phases } }: SupportPlan, bar: Bar): Place {
  const phase = phases.findIndex((one) => one.waves.some(({ key }) => key === bar.key))
  const wave = phases[phase]?.waves.findIndex(({ key }) => key === bar.key) ?? 0
  return ['involvement', 'phases', phase, 'waves', wave]
}

/** How much of the line lies before a day; null where the day is not on it. */
function shareBefore({ bars, days }: Calendar, day: string): number | null {
  const [bar] = bars
  if (!bar) return null
  const share = bar.offset + (dayNumber(day) - dayNumber(bar.starts)) / days
  return share >= 0 && share <= 1 ? share : null
}
