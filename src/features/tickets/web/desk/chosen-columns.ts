import { useState } from 'react'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { type ChoosableColumn, choosableColumns } from './desk-columns.tsx'

/** What was kept, as far as such columns exist; null: nobody chose. */
export function readChosen(kept: string | null): readonly ChoosableColumn[] | null {
  if (kept === null) return null
  const keys = kept.split(' ')
  return choosableColumns.filter((key) => keys.includes(key))
}

/** The columns that this person chose, remembered for them in this browser; null: those that fit. */
export function useChosenColumns() {
  const place = `tierwise.desk.columns.${useSignedIn().id}`
  const [chosen, setChosen] = useState(() => readChosen(localStorage.getItem(place)))
  const choose = (wanted: readonly ChoosableColumn[] | null) => {
    if (wanted === null) localStorage.removeItem(place)
    else localStorage.setItem(place, wanted.join(' '))
    setChosen(wanted)
  }
  return [chosen, choose] as const
}
