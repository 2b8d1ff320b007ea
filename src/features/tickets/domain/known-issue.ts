import type { FactOf, TicketEvent } from './events.ts'

/** As a diagnosis holds it, its fact, or an answer of the API. */
type Named =
  | { readonly kind: 'linked'; readonly id: string }
  | { readonly kind: 'create'; readonly id?: string | undefined }
  | { readonly kind: 'one-off' }

/** The known issue that a diagnosis names: linked, or written down with it. Null for a one-off, and where there is none. */
export function issueOf(link: Named | null): string | null {
  return link === null || link.kind === 'one-off' ? null : (link.id ?? null)
}

/** The last diagnosis among these events, unless the ticket was reopened since. */
export function standingDiagnosis(events: readonly TicketEvent[]): FactOf<'diagnosed'> | null {
  const last = events.findLast(({ fact }) => fact.type === 'diagnosed' || fact.type === 'reopened')
  return last?.fact.type === 'diagnosed' ? last.fact : null
}

/** Something that a known issue was used for, by what happened to a ticket. */
export type KnownIssueUse = {
  readonly issueId: string
  readonly kind: 'linked' | 'helped' | 'not-helped'
  readonly personId: string | null
  /** The tier that found it. */
  readonly tier: number
}

/**
 * What these events say of the use of known issues, from the one after `before` on: a diagnosis links one; it helped when the ticket
 * is closed with it, and did not when the requester says so.
 */
export function usesIn(events: readonly TicketEvent[], before: number): readonly KnownIssueUse[] {
  return events.flatMap((event, index): readonly KnownIssueUse[] => {
    const kind = event.number > before ? kindOf(event.fact) : null
    if (kind === null) return []
    const diagnosis = standingDiagnosis(events.slice(0, kind === 'linked' ? index + 1 : index))
    const issueId = diagnosis && issueOf(diagnosis.knownIssue)
    if (!diagnosis || issueId === null) return []
    const personId = event.by.kind === 'person' ? event.by.personId : null
    return [{ issueId, kind, personId, tier: diagnosis.tier }]
  })
}

function kindOf(fact: TicketEvent['fact']): KnownIssueUse['kind'] | null {
  switch (fact.type) {
    case 'diagnosed':
      return 'linked'
    case 'closed':
      return 'helped'
    case 'reopened':
      return 'not-helped'
    case 'contacted':
      return fact.outcome === 'did-not-work' ? 'not-helped' : null
    default:
      return null
  }
}
