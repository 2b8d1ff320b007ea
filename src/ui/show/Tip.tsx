import { makeStyles, tokens } from '@fluentui/react-components'
import {
  type KeyboardEvent,
  type ReactElement,
  cloneElement,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'

const useStyles = makeStyles({
  host: { display: 'inline-flex', minWidth: 0 },
  tip: {
    position: 'fixed',
    inset: 'auto',
    margin: 0,
    maxWidth: 'min(320px, 90vw)',
    padding: '5px 10px',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'normal',
  },
})

export type TipProps = {
  readonly text: string
  /** One element that can have the focus; it is described by the tip. */
  readonly children: ReactElement<{ 'aria-describedby'?: string }>
}

/**
 * A few words more, on hover and on focus; Escape hides it, and it stays while the pointer is on it (WCAG 1.4.13).
 * Lighter than Fluent's tooltip, which brings its own positioning to every page that shows a time.
 */
export function Tip({ text, children }: TipProps) {
  const styles = useStyles()
  const id = useId()
  const host = useRef<HTMLSpanElement>(null)
  const tip = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState(false)

  useLayoutEffect(() => {
    const box = tip.current
    if (!shown || !box || !host.current) return
    box.showPopover()
    const at = host.current.getBoundingClientRect()
    const { width, height } = box.getBoundingClientRect()
    const left = Math.min(Math.max(8, at.left + at.width / 2 - width / 2), innerWidth - width - 8)
    const fitsBelow = at.bottom + 4 + height < innerHeight
    box.style.left = `${left}px`
    box.style.top = `${fitsBelow ? at.bottom + 4 : at.top - height - 4}px`
  }, [shown])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !shown) return
    event.stopPropagation()
    setShown(false)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only shows and hides the words that describe its content
    <span
      ref={host}
      className={styles.host}
      onPointerEnter={() => setShown(true)}
      onPointerLeave={() => setShown(false)}
      onFocus={() => setShown(true)}
      onBlur={() => setShown(false)}
      onKeyDown={onKeyDown}
    >
      {cloneElement(children, { 'aria-describedby': id })}
      {shown ? (
        <div ref={tip} id={id} role="tooltip" popover="manual" className={styles.tip}>
          {text}
        </div>
      ) : (
        <span id={id} hidden>
          {text}
        </span>
      )}
    </span>
  )
}
