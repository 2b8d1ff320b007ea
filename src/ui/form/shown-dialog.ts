import { useState } from 'react'

export type ShownDialog<Subject> = {
  /** What it is about; kept while it closes. Null before the first time. */
  readonly of: Subject | null
  readonly open: boolean
  /** The `key` of the dialog: every time it is shown it begins afresh. */
  readonly turn: number
  readonly show: (of: Subject) => void
  readonly hide: () => void
}

/**
 * A dialog that stays mounted while it closes. One that is taken away while it is open leaves the page behind it hidden
 * from screen readers: Fluent only lets go of the page when the dialog itself closes.
 */
export function useDialog<Subject = true>(): ShownDialog<Subject> {
  const [{ of, open, turn }, set] = useState<{ of: Subject | null; open: boolean; turn: number }>({
    of: null,
    open: false,
    turn: 0,
  })
  return {
    of,
    open,
    turn,
    show: (subject) => set((before) => ({ of: subject, open: true, turn: before.turn + 1 })),
    hide: () => set((before) => ({ ...before, open: false })),
  }
}
