import { dayAndTime } from '#ui/time/format.ts'
import { useNow } from '#ui/time/now.ts'
import { useDuration, useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../contract/ticket-view.ts'
import type { PlanNames } from './plan-names.ts'

/** Where the ticket stands, in one sentence. */
export function useStateSentence(shown: DeskTicket, names: PlanNames): string {
  const t = useWords('tickets')
  const duration = useDuration()
  const reader = useReader()
  const now = useNow()
  const { ticket, people } = shown
  const holder = ticket.assigneeId ? (people[ticket.assigneeId]?.name ?? '') : null
  if (ticket.offer) return t('state.offered', { tier: ticket.offer.to, name: names.tier(ticket.offer.to) })
  if (ticket.waiting) return waitingSentence(ticket.waiting)
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

  function waitingSentence(waiting: NonNullable<DeskTicket['ticket']['waiting']>): string {
    const since = dayAndTime(shown.intervals.at(-1)?.from ?? ticket.openedAt, now, reader)
    switch (waiting.for) {
      case 'requester':
        return t('state.waiting.requester', { since, name: people[ticket.requesterId]?.name ?? '' })
      case 'vendor':
        return t('state.waiting.vendor', {
          since,
          vendor: names.plan.teams.vendor?.name[t.language] ?? '',
          case: waiting.caseNumber
            ? t('state.caseNumber', { number: waiting.caseNumber })
            : t('state.noCaseNumber'),
          holder: holder ?? t('somebody'),
        })
      case 'until':
        return t('state.waiting.until', { until: dayAndTime(waiting.until, now, reader) })
    }
  }
}

function minutesBetween(from: string, to: string | null): number {
  return to === null ? 0 : Math.round((Date.parse(to) - Date.parse(from)) / 60_000)
}
