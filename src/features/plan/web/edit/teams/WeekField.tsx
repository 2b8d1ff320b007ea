import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type PointerEvent, useRef, useState } from 'react'
import type { Place } from '../../../domain/check/finding.ts'
import type { SupportHours } from '../../../domain/document/teams.ts'
import { isOpen, openingsOf, painted, readOpenings, sayOpenings, withDay } from '../../../domain/edit/week.ts'
import { usePlanStyles } from '../../plan-styles.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { FieldFindings } from '../choice-fields.tsx'
import { useEditor, useField } from '../editor.tsx'
import { placeKey } from '../editor-store.ts'
import { useFieldStyles } from '../fields.tsx'
import { fieldId } from '../place.ts'

type Weekly = SupportHours['weekly']

const half = 30
const cells = Array.from({ length: 48 }, (_, index) => index * half)
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'minmax(5.5rem, max-content) minmax(9rem, 14rem) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    alignItems: 'center',
    '@media (max-width: 640px)': {
      gridTemplateColumns: 'minmax(5.5rem, max-content) minmax(0, 1fr)',
      rowGap: tokens.spacingVerticalXS,
    },
  },
  bar: {
    display: 'flex',
    height: '24px',
    cursor: 'crosshair',
    touchAction: 'none',
    userSelect: 'none',
    borderRadius: tokens.borderRadiusSmall,
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    '@media (max-width: 640px)': { gridColumn: '1 / -1' },
  },
  cell: { flexGrow: 1, flexBasis: 0, backgroundColor: tokens.colorNeutralBackground1 },
  hour: { boxShadow: `inset 1px 0 0 ${tokens.colorNeutralStroke2}` },
  open: { backgroundColor: tokens.colorBrandBackground },
  scale: {
    gridColumn: '3',
    display: 'flex',
    justifyContent: 'space-between',
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 640px)': { gridColumn: '1 / -1' },
  },
})

/** A week of support hours: painted with the pointer in half hours, or typed to the minute. */
export function WeekField({ place }: { readonly place: Place }) {
  const { t, weekday } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const { value: weekly, change: put } = useField<Weekly>(place)
  const stroke = useRef<{ readonly day: number; readonly from: number; readonly open: boolean } | null>(null)
  const [showing, setShowing] = useState<Weekly | null>(null)
  const shown = showing ?? weekly

  const minuteAt = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const share = Math.min(Math.max((event.clientX - left) / width, 0), 0.9999)
    return Math.floor(share * cells.length) * half
  }
  const begin = (event: PointerEvent<HTMLDivElement>, day: number) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const from = minuteAt(event)
    const open = !isOpen(weekly, day, from, from + half)
    stroke.current = { day, from, open }
    setShowing(painted(weekly, day, from, from + half, open))
  }
  const goOn = (event: PointerEvent<HTMLDivElement>) => {
    if (!stroke.current) return
    const { day, from, open } = stroke.current
    const to = minuteAt(event)
    setShowing(painted(weekly, day, Math.min(from, to), Math.max(from, to) + half, open))
  }
  const end = () => {
    if (stroke.current && showing) put(showing)
    stroke.current = null
    setShowing(null)
  }
  const monday = openingsOf(weekly, 1)
  return (
    <div className={plain.stack} id={fieldId(place)} tabIndex={-1} role="group" aria-label={t('hours.weekly')}>
      <div className={styles.grid}>
        {weekdays.map((day) => (
          <DayRow key={day} place={place} day={day} name={weekday(day)} weekly={shown}>
            <div
              className={styles.bar}
              aria-hidden
              onPointerDown={(event) => begin(event, day)}
              onPointerMove={goOn}
              onPointerUp={end}
              onPointerCancel={() => {
                stroke.current = null
                setShowing(null)
              }}
            >
              {cells.map((from) => (
                <span
                  key={from}
                  className={mergeClasses(
                    styles.cell,
                    from % 360 === 0 && from > 0 && styles.hour,
                    isOpen(shown, day, from, from + half) && styles.open,
                  )}
                />
              ))}
            </div>
          </DayRow>
        ))}
        <div className={styles.scale} aria-hidden>
          {['0', '6', '12', '18', '24'].map((hour) => (
            <span key={hour}>{hour}</span>
          ))}
        </div>
      </div>
      <FieldFindings place={place} />
      <div>
        <Button
          size="small"
          onClick={() => put([2, 3, 4, 5].reduce((week, day) => withDay(week, day, monday), weekly))}
        >
          {t('hours.likeMonday')}
        </Button>
      </div>
    </div>
  )
}

type DayRowProps = {
  readonly place: Place
  readonly day: number
  readonly name: string
  readonly weekly: Weekly
  readonly children: React.ReactNode
}

/** One weekday: its hours as text, which is kept in the box until it can be understood. */
function DayRow({ place, day, name, weekly, children }: DayRowProps) {
  const { t } = usePlanWords()
  const fields = useFieldStyles()
  const { edit } = useEditor()
  const said = sayOpenings(openingsOf(weekly, day))
  const [typed, setTyped] = useState<string | null>(null)
  const unusable = typed !== null && readOpenings(typed) === null
  const id = `${fieldId(place)}-day-${day}`
  return (
    <>
      <label htmlFor={id}>{name}</label>
      <div>
        <Input
          id={id}
          value={typed ?? said}
          placeholder={t('hours.closedDay')}
          aria-invalid={unusable}
          aria-describedby={unusable ? `${id}-wrong` : undefined}
          onChange={(_, data) => {
            setTyped(data.value)
            const openings = readOpenings(data.value)
            if (openings) edit(place, withDay(weekly, day, openings))
          }}
          onBlur={() => {
            if (!unusable) setTyped(null)
          }}
        />
        {unusable && (
          <div id={`${id}-wrong`} className={fields.error}>
            {t('hours.example')}
          </div>
        )}
      </div>
      {children}
      <DayFindings place={place} day={day} weekly={weekly} />
    </>
  )
}

/** What was found about the openings of a day, which have no field each. */
function DayFindings({ place, day, weekly }: Pick<DayRowProps, 'place' | 'day' | 'weekly'>) {
  return weekly.map((one, index) =>
    one.day === day ? <FieldFindings key={placeKey([...place, index])} place={[...place, index]} /> : null,
  )
}
