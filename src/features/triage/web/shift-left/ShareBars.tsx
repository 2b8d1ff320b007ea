import { makeStyles, tokens } from '@fluentui/react-components'
import type { ShiftLeft } from '../../contract/shift-left.ts'

const useStyles = makeStyles({
  box: { width: '100%', minWidth: '120px', maxWidth: '220px', height: '34px', display: 'block' },
  track: { fill: tokens.colorNeutralBackground4 },
  before: { fill: tokens.colorNeutralForeground3 },
  after: { fill: tokens.colorBrandForeground1 },
  range: { stroke: tokens.colorNeutralForeground1, strokeWidth: '1.5px', fill: 'none' },
})

type Side = ShiftLeft['overall']['before']

/** Two shares beneath each other with the range in which each lies. Whatever it shows stands beside it as figures. */
export function ShareBars({ before, after }: { readonly before: Side; readonly after: Side }) {
  const styles = useStyles()
  return (
    <svg
      className={styles.box}
      viewBox="0 0 200 34"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <Bar y={2} side={before} className={styles.before} styles={styles} />
      <Bar y={19} side={after} className={styles.after} styles={styles} />
    </svg>
  )
}

type BarProps = {
  readonly y: number
  readonly side: Side
  readonly className: string
  readonly styles: ReturnType<typeof useStyles>
}

function Bar({ y, side: { solved }, className, styles }: BarProps) {
  const middle = y + 6
  return (
    <>
      <rect x={0} y={y} width={200} height={12} rx={2} className={styles.track} />
      {solved.share !== null && (
        <>
          <rect x={0} y={y} width={200 * solved.share} height={12} rx={2} className={className} />
          <path
            className={styles.range}
            d={`M${200 * solved.low} ${middle}H${200 * solved.high}M${200 * solved.low} ${y + 2}V${y + 10}M${200 * solved.high} ${y + 2}V${y + 10}`}
          />
        </>
      )}
    </>
  )
}
