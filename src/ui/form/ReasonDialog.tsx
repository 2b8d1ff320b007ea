import { Textarea } from '@fluentui/react-components'
import { useDraft } from './draft.ts'
import { FormField } from './FormField.tsx'
import { MoveDialog, type MoveDialogProps } from './MoveDialog.tsx'

export type ReasonDialogProps = Omit<MoveDialogProps, 'onSubmit' | 'canSubmit' | 'size'> & {
  /** Above the field: "Reason". */
  readonly label: string
  /** What is typed is kept under this key until it is given (`useDraft`). */
  readonly draft: string
  /** Stands in the field at first. */
  readonly initial?: string
  /** Fewest characters; one at least. */
  readonly least?: number
  /** Most characters. */
  readonly most: number
  readonly rows?: number
  readonly onGiven: (reason: string) => Promise<void>
}

/** A move that needs one text and nothing else: a reason, a question. What stands below the field are its children. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { label, draft: key, initial = '', least = 1, most, rows = 3, onGiven, children, ...dialog } = props
  const draft = useDraft(key, initial)
  const reason = draft.value.trim()
  return (
    <MoveDialog
      {...dialog}
      canSubmit={reason.length >= least}
      onSubmit={async () => {
        await onGiven(reason)
        draft.clear()
      }}
    >
      <FormField label={label} required>
        <Textarea
          value={draft.value}
          maxLength={most}
          rows={rows}
          resize="vertical"
          onChange={(_, { value }) => draft.change(value)}
        />
      </FormField>
      {children}
    </MoveDialog>
  )
}
