import type { ApiProblem } from '#ui/api/problem.ts'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'

type Since = readonly {
  readonly type: string
  readonly by: { readonly kind: string; readonly personId?: string }
}[]

/** A refusal in the reader's words; a stale move also says what happened meanwhile, and who did it. */
export function useMoveRefusals(shown: DeskTicket): (code: string, problem: ApiProblem) => string | null {
  const t = useWords('tickets')
  return (code, problem) => {
    const data = problem.body.data ?? {}
    if (!t.has(`refusals.${code}`)) return null
    const sentence = t.any(`refusals.${code}`, plain(data))
    if (code !== 'ticket-moved-on' || !Array.isArray(data['since'])) return sentence
    const what = (data['since'] as Since).map(({ type, by }) =>
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
    return t.has(`refusals.${refusal.code}`) ? t.any(`refusals.${refusal.code}`, plain(refusal)) : refusal.code
  }
}

function plain(data: Readonly<Record<string, unknown>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(data).filter((entry): entry is [string, string | number] => {
      const kind = typeof entry[1]
      return kind === 'string' || kind === 'number'
    }),
  )
}
