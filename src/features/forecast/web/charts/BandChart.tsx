import { makeStyles, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import type { Range } from '../../domain/estimate/ranges.ts'
import { bandPath, linePath, monthStarts, scale } from './geometry.ts'
import { useWidth } from './use-width.ts'

const useStyles = makeStyles({
  frame: { width: '100%', minWidth: 0 },
  chart: { display: 'block', overflow: 'visible' },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: '1px' },
  axis: { stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: '1px' },
  words: { fill: tokens.colorNeutralForeground2, fontSize: '11px', fontFamily: tokens.fontFamilyBase },
  mark: { stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: '1px', strokeDasharray: '2 3' },
  phase: {
    fill: tokens.colorNeutralBackground5,
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1px',
  },
  today: { stroke: tokens.colorBrandStroke1, strokeWidth: '1.5px' },
  goal: { stroke: tokens.colorNeutralForeground1, strokeWidth: '1px', strokeDasharray: '6 4', fill: 'none' },
  savedBand: { fill: tokens.colorNeutralForeground3, fillOpacity: 0.18 },
  savedLine: { stroke: tokens.colorNeutralForeground3, strokeWidth: '1.5px', fill: 'none' },
  band: { fillOpacity: 0.22 },
  line: { strokeWidth: '2px', fill: 'none' },
})

/** What is marked along the weeks of the axis, each with the letter or number that the legend explains. */
export type Marks = {
  readonly phases: readonly { readonly from: number; readonly to: number; readonly label: string }[]
  readonly waves: readonly { readonly at: number; readonly label: string }[]
  /** Null where today is not on the axis. */
  readonly today: number | null
}

export type BandChartProps = {
  /** Says in words what is drawn; the figures stand in the table below. */
  readonly label: string
  /** The day on which each week begins. */
  readonly weeks: readonly string[]
  readonly values: readonly Range[]
  /** The same of the saved plan, drawn in grey behind it. */
  readonly saved: readonly Range[] | null
  /** A CSS colour. */
  readonly colour: string
  readonly ticks: readonly number[]
  readonly format: (value: number) => string
  readonly month: (day: string) => string
  readonly marks: Marks
  readonly goal?: number
}

const height = 164
const room = { top: 34, right: 6, bottom: 20, left: 46 }
const phaseHeight = 14

/** A line with its band over the weeks, with phases, waves and today marked. */
export const BandChart = memo(function BandChart(props: BandChartProps) {
  const { label, weeks, values, saved, colour, ticks, format, month, marks, goal } = props
  const styles = useStyles()
  const [frame, width] = useWidth()
  const x = scale([0, Math.max(1, weeks.length - 1)], [room.left, Math.max(room.left + 1, width - room.right)])
  const y = scale([0, ticks.at(-1) ?? 1], [height - room.bottom, room.top])
  const right = x(Math.max(1, weeks.length - 1))
  const months = monthStarts(weeks)
  const everyMonth = Math.max(1, Math.ceil((months.length * 34) / Math.max(1, right - room.left)))
  return (
    <div ref={frame} className={styles.frame}>
      <svg className={styles.chart} width={width} height={height} role="img" aria-label={label}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={room.left}
              x2={right}
              y1={y(tick)}
              y2={y(tick)}
              className={tick === 0 ? styles.axis : styles.grid}
            />
            <text x={room.left - 6} y={y(tick) + 4} textAnchor="end" className={styles.words}>
              {format(tick)}
            </text>
          </g>
        ))}
        {months.map(({ day, at }, index) => (
          <g key={day}>
            <line x1={x(at)} x2={x(at)} y1={y(0)} y2={y(0) + 4} className={styles.axis} />
            {index % everyMonth === 0 && (
              <text x={x(at)} y={height - 5} textAnchor="middle" className={styles.words}>
                {month(day)}
              </text>
            )}
          </g>
        ))}
        {marks.phases.map((phase) => {
          const [start, end] = [Math.min(x(phase.from), right), Math.min(x(phase.to), right)]
          return (
            <g key={phase.label}>
              <rect x={start} y={1} width={end - start} height={phaseHeight} className={styles.phase} />
              {end - start > 9 && (
                <text x={(start + end) / 2} y={phaseHeight - 2} textAnchor="middle" className={styles.words}>
                  {phase.label}
                </text>
              )}
            </g>
          )
        })}
        {marks.waves.map((mark) => (
          <g key={`${mark.label} ${mark.at}`}>
            <line x1={x(mark.at)} x2={x(mark.at)} y1={room.top - 4} y2={y(0)} className={styles.mark} />
            <text x={x(mark.at)} y={room.top - 7} textAnchor="middle" className={styles.words}>
              {mark.label}
            </text>
          </g>
        ))}
        {saved && <path d={bandPath(saved, x, y)} className={styles.savedBand} />}
        {saved && <path d={linePath(saved, x, y)} className={styles.savedLine} />}
        <path d={bandPath(values, x, y)} className={styles.band} style={{ fill: colour }} />
        <path d={linePath(values, x, y)} className={styles.line} style={{ stroke: colour }} />
        {marks.today !== null && (
          <line x1={x(marks.today)} x2={x(marks.today)} y1={room.top - 4} y2={y(0)} className={styles.today} />
        )}
        {goal !== undefined && (
          <line x1={room.left} x2={right} y1={y(goal)} y2={y(goal)} className={styles.goal} />
        )}
      </svg>
    </div>
  )
})
