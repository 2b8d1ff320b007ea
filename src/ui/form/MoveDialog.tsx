import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  Spinner,
  tokens,
} from '@fluentui/react-components'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Alert } from '#ui/notice/Alert.tsx'
import { type RefusalWords, useProblemText } from '../page/problem-text.ts'
import { useWords } from '../words/words.ts'
import { useReturnFocus } from './return-focus.ts'
import { firstMissing } from './first-missing.ts'

const useStyles = makeStyles({
  medium: { width: '560px', maxWidth: '94vw' },
  large: { width: '820px', maxWidth: '94vw' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    // Room for the focus rings of the fields, which the scrolling content would cut off.
    paddingInline: '2px',
    marginInline: '-2px',
    paddingBlockEnd: tokens.spacingVerticalXS,
  },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  why: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, marginInlineEnd: 'auto' },
  actions: { alignItems: 'center', flexWrap: 'wrap' },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground3Hover },
    ':hover:active': { backgroundColor: tokens.colorStatusDangerBackground3Pressed },
  },
})

export type MoveDialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  /** Worded as the move: "Hand over to tier 2". */
  readonly title: string
  /** One sentence that says what it does. */
  readonly intro?: ReactNode
  /** The words on the button; usually the title. */
  readonly primary: string
  /** Does it; throwing an `ApiProblem` shows the refusal in place. The dialog closes when it succeeds. */
  readonly onSubmit: () => Promise<void>
  /** False while something is missing; `why` says what. Ctrl+Enter then goes to the first missing field. */
  readonly canSubmit?: boolean
  readonly why?: string
  readonly refusalWords?: RefusalWords
  /** The move cannot be taken back. */
  readonly danger?: boolean
  readonly size?: 'medium' | 'large'
  /** The fields for what is missing. */
  readonly children?: ReactNode
}

/** The frame of every move: asks what is missing, says why it cannot, shows the refusal where it happened. */
export function MoveDialog(props: MoveDialogProps) {
  const { open, onClose, size = 'medium' } = props
  const styles = useStyles()
  const [working, setWorking] = useState(false)
  useReturnFocus(open)
  return (
    <Dialog open={open} onOpenChange={(_, { open: wanted }) => !wanted && !working && onClose()}>
      <DialogSurface className={styles[size]}>
        <MoveForm {...props} working={working} onWorking={setWorking} />
      </DialogSurface>
    </Dialog>
  )
}

type MoveFormProps = MoveDialogProps & {
  readonly working: boolean
  readonly onWorking: (working: boolean) => void
}

function MoveForm(props: MoveFormProps) {
  const { onClose, title, intro, primary, onSubmit, canSubmit = true, why, refusalWords, children } = props
  const { working, onWorking } = props
  const t = useWords('ui')
  const styles = useStyles()
  const say = useProblemText(refusalWords)
  const [error, setError] = useState<unknown>(null)
  const form = useRef<HTMLFormElement>(null)
  const whyId = useId()

  useEffect(() => {
    // After Fluent has put the focus on the first control of the dialog.
    const frame = requestAnimationFrame(() => form.current && firstMissing(form.current)?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])

  const submit = async () => {
    if (working) return
    if (!canSubmit) {
      if (form.current) firstMissing(form.current)?.focus()
      return
    }
    onWorking(true)
    setError(null)
    try {
      await onSubmit()
      onClose()
    } catch (cause) {
      setError(cause)
    } finally {
      onWorking(false)
    }
  }

  const problem = error === null ? null : say(error)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter in any field sends the form
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        void submit()
      }}
    >
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent className={styles.content}>
          {intro && <p className={styles.intro}>{intro}</p>}
          {children}
          {problem && (
            <Alert>
              {problem.sentence}
              {problem.reference && ` ${t('states.reference', { reference: problem.reference })}`}
            </Alert>
          )}
        </DialogContent>
        <DialogActions className={styles.actions} fluid>
          <span id={whyId} className={styles.why}>
            {canSubmit ? null : why}
          </span>
          <Button appearance="secondary" disabled={working} onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            appearance="primary"
            className={mergeClasses(props.danger && styles.danger)}
            disabledFocusable={!canSubmit || working}
            aria-describedby={whyId}
            aria-keyshortcuts="Control+Enter"
            {...(working ? { icon: <Spinner size="extra-tiny" appearance="inverted" /> } : {})}
          >
            {primary}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  )
}
