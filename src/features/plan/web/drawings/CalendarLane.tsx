import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { Bar } from '../../domain/calendar.ts'
import type { Place } from '../../domain/check/finding.ts'
import { moved, stretched } from '../../domain/edit/rollout.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { useChangePlan } from './drawing-places.tsx'

const useStyles = makeStyles({
  lane: {
    position: 'relative',
    height: '10px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
  },
  grip: { height: '24px' },
  bar: { position: 'absolute', insetBlock: 0, borderRadius: tokens.borderRadiusSmall, minWidth: '4px' },
  movable: { cursor: 'grab', touchAction: 'none', ':active': { cursor: 'grabbing' } },
  end: {
    position: 'absolute',
    insetBlock: 0,
    width: '12px',
    cursor: 'ew-resize',
    touchAction: 'none',
    borderInlineEndWidth: '3px',
    borderInlineEndStyle: 'double',
    borderInlineEndColor: tokens.colorNeutralForegroundInverted,
  },
})

type Drag = { readonly part: 'whole' | 'end'; readonly from: number; readonly dayWidth: number }

type CalendarLaneProps = {
  readonly bar: Bar
  readonly place: Place
  /** Of the whole line. */
  readonly days: number
  readonly className: string
}

/** One bar on its line. While editing, phases and waves are moved and stretched: by pointer, or by the arrow keys. */
export function CalendarLane({ bar, place, days, className }: CalendarLaneProps) {
  const { t, text, shortDay } = usePlanWords()
  const styles = useStyles()
  const change = useChangePlan()
  const drag = useRef<Drag | null>(null)
  const [shift, setShift] = useState<{ readonly part: Drag['part']; readonly days: number } | null>(null)
  const day = 1 / days
  const offset = bar.offset + (shift?.part === 'whole' ? shift.days * day : 0)
  const length = Math.max(bar.length + (shift?.part === 'end' ? shift.days * day : 0), day)
  const style = { insetInlineStart: `${offset * 100}%`, width: `${length * 100}%` }
  if (!change || bar.kind === 'bridge') {
    return (
      <div className={styles.lane} aria-hidden>
        <div className={mergeClasses(styles.bar, className)} style={style} />
      </div>
    )
  }

  const carryOut = (part: Drag['part'], by: number) =>
    change(place, (plan) => (part === 'whole' ? moved(plan, place, by) : stretched(plan, place, 'ends', by)))
  const pointer = (part: Drag['part']) => ({
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      const lane = event.currentTarget.closest('[data-lane]')
      drag.current = { part, from: event.clientX, dayWidth: (lane?.clientWidth ?? days) / days }
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      if (drag.current?.part !== part) return
      setShift({ part, days: Math.round((event.clientX - drag.current.from) / drag.current.dayWidth) })
    },
    onPointerUp: () => {
      if (drag.current?.part === part && shift && shift.days !== 0) carryOut(part, shift.days)
      drag.current = null
      setShift(null)
    },
    onPointerCancel: () => {
      drag.current = null
      setShift(null)
    },
  })
  const keys = (part: Drag['part']) => ({
    onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
      const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key]
      if (way === undefined) return
      event.preventDefault()
      event.stopPropagation()
      carryOut(part, event.shiftKey ? way * 7 : way)
    },
  })
  const slider = (now: number) =>
    ({
      role: 'slider',
      tabIndex: 0,
      'aria-valuemin': 0,
      'aria-valuemax': days,
      'aria-valuenow': Math.round(now * days),
    }) as const
  const name = text(bar.name)
  return (
    <div className={mergeClasses(styles.lane, styles.grip)} data-lane>
      <div
        {...slider(offset)}
        {...pointer('whole')}
        {...keys('whole')}
        className={mergeClasses(styles.bar, styles.movable, className)}
        style={style}
        aria-label={t('involvement.moveBar', { name })}
        aria-valuetext={`${shortDay(bar.starts)} – ${shortDay(bar.ends)}`}
      />
      <div
        {...slider(offset + length)}
        {...pointer('end')}
        {...keys('end')}
        className={styles.end}
        style={{ insetInlineStart: `calc(${(offset + length) * 100}% - 12px)` }}
        aria-label={t('involvement.stretchBar', { name })}
        aria-valuetext={shortDay(bar.ends)}
      />
    </div>
  )
}
