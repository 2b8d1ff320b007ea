import { useWords } from '#ui/words/words.ts'
import type { RetrainingDuty } from '../../contract/retraining.ts'

/** The kinds of change as one enumeration: “evidence and targets”. */
export function useKinds(): (kinds: RetrainingDuty['kinds']) => string {
  const t = useWords('training')
  const list = new Intl.ListFormat(t.language === 'en' ? 'en-GB' : t.language, { type: 'conjunction' })
  return (kinds) => list.format(kinds.map((kind) => t(`retraining.kinds.${kind}`)))
}
