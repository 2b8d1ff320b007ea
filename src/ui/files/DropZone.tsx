import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type DragEvent, type ReactElement, type ReactNode, useId, useRef, useState } from 'react'
import { useWords } from '../words/words.ts'

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  roomy: { padding: tokens.spacingHorizontalXL, borderRadius: tokens.borderRadiusLarge },
  over: { backgroundColor: tokens.colorBrandBackground2, borderTopStyle: 'solid' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  roomyHint: { fontSize: tokens.fontSizeBase300 },
  hidden: { display: 'none' },
})

export type DropZoneProps = {
  /** Words of the button, which also name the zone. */
  readonly label: string
  readonly hint: string
  readonly icon: ReactElement
  readonly onFiles: (files: readonly File[]) => void
  /** As in `<input accept>`: `image/*`. */
  readonly accept?: string | undefined
  readonly multiple?: boolean
  /** What the page is about: more room, and the page's first button. */
  readonly main?: boolean
  /** For now no file is taken. */
  readonly off?: boolean
  readonly children?: ReactNode
}

/** Files are chosen here, or dropped here. */
export function DropZone(props: DropZoneProps) {
  const { label, hint, icon, onFiles, accept, multiple = false, main = false, off = false, children } = props
  const t = useWords('ui')
  const styles = useStyles()
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const labelId = useId()
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!off) onFiles([...event.dataTransfer.files])
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is an extra way; the button does the same
    <div
      role="group"
      aria-labelledby={labelId}
      className={mergeClasses(styles.zone, main && styles.roomy, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!off)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <input
        ref={picker}
        type="file"
        multiple={multiple}
        accept={accept}
        className={styles.hidden}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <div className={styles.line}>
        <Button
          appearance={main ? 'primary' : 'secondary'}
          icon={icon}
          disabledFocusable={off}
          onClick={() => picker.current?.click()}
        >
          <span id={labelId}>{label}</span>
        </Button>
        <span className={mergeClasses(styles.hint, main && styles.roomyHint)}>
          {over ? t('files.drop') : hint}
        </span>
      </div>
      {children}
    </div>
  )
}
