import { useKeys } from '#ui/keys/keys.tsx'
import { usePlanWords } from '../words/plan-words.ts'

/** Ctrl+Z and Ctrl+Y over the whole draft, also while typing in it. */
export function useUndoKeys(undo: () => void, redo: () => void): void {
  const { t } = usePlanWords()
  const notInDialogs = true
  useKeys(t('edit.keys'), [
    { keys: 'Ctrl+z', label: t('edit.undo'), run: undo, notInDialogs },
    { keys: 'Ctrl+y', label: t('edit.redo'), run: redo, notInDialogs },
    { keys: 'Ctrl+Shift+z', label: t('edit.redo'), run: redo, notInDialogs },
  ])
}
