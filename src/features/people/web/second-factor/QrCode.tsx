import { makeStyles } from '@fluentui/react-components'
import { encodeQR } from 'qr'
import { useMemo } from 'react'

const useStyles = makeStyles({
  // Dark on light, also in dark themes: many apps read nothing else.
  drawing: { width: '220px', maxWidth: '100%', height: 'auto', backgroundColor: '#fff', borderRadius: '4px' },
})

export type QrCodeProps = { readonly text: string; readonly label: string }

/** Drawn in the page: what it says goes nowhere else. */
export function QrCode({ text, label }: QrCodeProps) {
  const styles = useStyles()
  const { size, path } = useMemo(() => {
    const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
    const dots = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size: rows.length, path: dots.join('') }
  }, [text])
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.drawing}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
