import { useLayoutEffect } from 'react'

/**
 * After a dialog that no Fluent trigger opened (a key, the palette, a list) the focus goes back to where it was.
 * Fluent lets go of it only when its closing movement is over, so the page is asked more than once.
 */
export function useReturnFocus(open: boolean): void {
  useLayoutEffect(() => {
    if (!open) return undefined
    const before = document.activeElement
    return () => {
      if (!(before instanceof HTMLElement)) return
      for (const pause of [0, 60, 300, 600]) setTimeout(() => focusAgain(before), pause)
    }
  }, [open])
}

function focusAgain(element: HTMLElement): void {
  const lost = document.activeElement === null || document.activeElement === document.body
  if (lost && element.isConnected && !element.closest('[aria-hidden="true"]')) element.focus()
}
