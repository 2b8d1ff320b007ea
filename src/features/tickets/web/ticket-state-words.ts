import { useDuration } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../contract/ticket-view.ts'
import type { PlanNames } from './plan-names.ts'

/** Where the ticket stands, in one sentence. */
export function useStateSentence(shown: DeskTicket, names: PlanNames): string {
  const t = useWords('tickets')
  const duration = useDuration()
  const { ticket, people } = shown
  const holder = ticket.assigneeId ? (people[ticket.assigneeId]?.name ?? '') : null
  if (ticket.offer) return t('state.offered', { tier: ticket.offer.to, name: names.tier(ticket.offer.to) })
  if (ticket.waiting) return t.any(`state.waiting.${ticket.waiting.for}`)
  switch (ticket.stage.name) {
    case 'investigating':
      return holder
        ? t('state.investigating', { tier: ticket.stage.tier, name: holder })
        : t('state.unassigned', { tier: ticket.stage.tier, name: names.tier(ticket.stage.tier) })
    case 'delivering':
      return t('state.delivering', { tier: ticket.stage.tier })
    case 'confirming':
      return t('state.confirming', { name: people[ticket.requesterId]?.name ?? '' })
    case 'closed':
      return t('state.closed', { after: duration(minutesBetween(ticket.openedAt, ticket.closedAt), true) })
  }
}

function minutesBetween(from: string, to: string | null): number {
  return to === null ? 0 : Math.round((Date.parse(to) - Date.parse(from)) / 60_000)
}
