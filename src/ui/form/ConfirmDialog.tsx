import type { RefusalWords } from '../page/problem-text.ts'
import { MoveDialog } from './MoveDialog.tsx'

export type ConfirmDialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  /** A question or the deed: "Disable Jan Vis". */
  readonly title: string
  /** What will happen, and whether it can be taken back. */
  readonly text: string
  readonly primary: string
  readonly onConfirm: () => Promise<void>
  readonly danger?: boolean
  readonly refusalWords?: RefusalWords
}

/** Asks once before something that cannot simply be taken back. */
export function ConfirmDialog({ text, onConfirm, ...props }: ConfirmDialogProps) {
  return <MoveDialog {...props} intro={text} onSubmit={onConfirm} />
}
