import type { FactOf } from '#features/tickets/domain/events.ts'
import { issueOf } from '#features/tickets/domain/known-issue.ts'
import type { Link } from '#features/tickets/domain/ticket.ts'

/**
 * By what a cause is recognised on another ticket: the same known issue, a link between tickets with the same cause, or the same
 * words. Words that were erased recognise nothing.
 */
export function causeKeys(fact: FactOf<'diagnosed'>, links: readonly Link[]): readonly string[] {
  const text = plain(fact.words.rootCause)
  const title = fact.knownIssue?.kind === 'create' ? plain(fact.words.knownIssue) : ''
  const issueId = issueOf(fact.knownIssue)
  return [
    ...(issueId === null ? [] : [`known ${issueId}`]),
    ...(text === '' ? [] : [`text ${text}`]),
    ...(title === '' ? [] : [`title ${title}`]),
    ...links.flatMap(({ kind, ticketId }) => (kind === 'same-cause' ? [`ticket ${ticketId}`] : [])),
  ]
}

/** Case, accents, punctuation and spacing are how somebody typed it that day. */
function plain(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Tickets with a key in common, directly or through others, have one cause. Gives each its cause's number; null without any key. */
export function groupByCause(
  tickets: readonly { readonly ticketId: string; readonly keys: readonly string[] }[],
): readonly (number | null)[] {
  const parent = new Map<string, string>()
  const root = (key: string): string => {
    let top = key
    for (let up = parent.get(top); up !== undefined; up = parent.get(top)) top = up
    if (top !== key) parent.set(key, top)
    return top
  }
  for (const { ticketId, keys } of tickets) {
    for (const key of keys) {
      const [one, other] = [root(`ticket ${ticketId}`), root(key)]
      if (one !== other) parent.set(one, other)
    }
  }
  const named = new Set(tickets.flatMap(({ keys }) => keys))
  const numbers = new Map<string, number>()
  return tickets.map(({ ticketId, keys }) => {
    if (keys.length === 0 && !named.has(`ticket ${ticketId}`)) return null
    const top = root(`ticket ${ticketId}`)
    const known = numbers.get(top) ?? numbers.size
    numbers.set(top, known)
    return known
  })
}
