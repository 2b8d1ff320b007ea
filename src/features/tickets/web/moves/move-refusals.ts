import type { RefusalWords } from '#ui/page/problem-text.ts'
import { sayable, useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'

type Since = readonly {
  readonly type: string
  readonly by: { readonly kind: string; readonly personId?: string }
}[]

/** A refusal in the reader's words; a stale move also says what happened meanwhile, and who did it. */
export function useMoveRefusals(shown: DeskTicket): RefusalWords {
  const t = useWords('tickets')
  const words = useRefusals('tickets')
  return (code, problem) => {
    const sentence = words(code, problem)
    const { since } = problem.data
    if (sentence === null || code !== 'ticket-moved-on' || !Array.isArray(since)) return sentence
    const what = (since as Since).map(({ type, by }) =>
      t('moves.since', {
        name: (by.personId && shown.people[by.personId]?.name) || t('somebody'),
        what: t.any(`happened.${type}`),
      }),
    )
    return `${sentence} ${what.join(' ')}`
  }
}

/** Why a move cannot be made now, for a button that is not available. */
export function useWhyNot(): (refusal: { readonly code: string } | undefined) => string | null {
  const t = useWords('tickets')
  return (refusal) => {
    if (!refusal) return null
    return t.has(`refusals.${refusal.code}`) ? t.any(`refusals.${refusal.code}`, sayable(refusal)) : refusal.code
  }
}
