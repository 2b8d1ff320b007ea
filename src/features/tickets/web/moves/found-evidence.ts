import { queryOptions, useQuery } from '@tanstack/react-query'
import { useWords } from '#ui/words/words.ts'
import type { EvidenceItem } from '#features/plan/domain/document/process.ts'
import type { EvidenceFound, FoundItem } from '../../contract/evidence-found.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'
import { toAsk } from '../../domain/filled-evidence.ts'
import { ticketApi } from '../queries.ts'
import { emptyEvidence, type EvidenceDrafts } from './EvidenceFields.tsx'

const evidenceFound = (id: string, language: 'nl' | 'en') =>
  queryOptions({
    queryKey: ['tickets', 'evidence-found', id, language],
    queryFn: ({ signal }) =>
      ticketApi('GET /api/v1/tickets/:id/evidence-found', { params: { id }, query: { language }, signal }),
    staleTime: 0,
  })

type Filled = {
  /** What is asked in the dialog. */
  readonly asked: readonly EvidenceItem[]
  /** What was typed, and what the machine knows where nothing was. */
  readonly evidence: EvidenceDrafts
  /** Where the machine has each of its answers from, by key: only those that stand as it gave them. */
  readonly origins: Readonly<Record<string, FoundItem>>
  readonly asks: EvidenceFound['asks']
}

/** The evidence of a dialog, filled in with what the machine knows; whatever somebody types stands instead. */
export function useFilledEvidence(
  shown: DeskTicket,
  items: readonly EvidenceItem[],
  typed: EvidenceDrafts,
): Filled {
  const { language } = useWords('tickets')
  const answer = useQuery(evidenceFound(shown.ticket.id, language)).data
  const found = answer?.found ?? []
  const { asked, filled } = toAsk(items, shown.ticket.evidence, found)
  const drafts = Object.fromEntries(
    Object.entries(filled).map(([key, value]) => [key, { ...emptyEvidence, value }]),
  )
  const evidence = { ...drafts, ...typed }
  const origins = Object.fromEntries(
    found
      .filter(({ key, value }) => value === '' || evidence[key]?.value === filled[key])
      .map((one) => [one.key, one]),
  )
  return { asked, evidence, origins, asks: answer?.asks ?? [] }
}
