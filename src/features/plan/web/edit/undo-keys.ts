import { useEffect, useState } from 'react'
import { useKeys } from '#ui/keys/keys.tsx'
import { usePlanWords } from '../words/plan-words.ts'

/** Ctrl+Z and Ctrl+Y over the whole draft, also while typing in it; in a dialog they are the browser's own. */
export function useUndoKeys(undo: () => void, redo: () => void): void {
  const { t } = usePlanWords()
  const [inDialog, setInDialog] = useState(false)
  useEffect(() => {
    const look = ({ target }: FocusEvent) =>
      setInDialog(target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null)
    document.addEventListener('focusin', look)
    return () => document.removeEventListener('focusin', look)
  }, [])
  const when = !inDialog
  useKeys(t('edit.keys'), [
    { keys: 'Ctrl+z', label: t('edit.undo'), run: undo, when },
    { keys: 'Ctrl+y', label: t('edit.redo'), run: redo, when },
    { keys: 'Ctrl+Shift+z', label: t('edit.redo'), run: redo, when },
  ])
}
