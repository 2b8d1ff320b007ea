import type { Place } from '../../domain/check/finding.ts'
import type { Text } from '../../domain/document/text.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { useValueAt } from './editor.tsx'

type At = { readonly at: Place }

/** The title of an entry of a list: its name, in the reader's language. */
export function EntryName({ at }: At) {
  return <Named place={[...at, 'name']} />
}

/** The title of an entry that says what it is about. */
export function EntryWhat({ at }: At) {
  return <Named place={[...at, 'what']} />
}

/** The title of an entry that is itself a text. */
export function EntryText({ at }: At) {
  return <Named place={at} />
}

function Named({ place }: { readonly place: Place }) {
  const { t, text } = usePlanWords()
  const name = useValueAt<Text | undefined>(place)
  return <>{(name && text(name)) || t('edit.unnamed')}</>
}
