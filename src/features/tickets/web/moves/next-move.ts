import type { DeskTicket } from '../../contract/ticket-view.ts'
import type { PersonMoveName } from '../../domain/moves.ts'

/** What usually comes next, most likely first; the first that this person may make is the page's primary action. */
const likely: readonly PersonMoveName[] = [
  'accept',
  'answer-question',
  'take-note',
  'contact',
  'vendor-answered',
  'resume',
  'claim',
  'escalate',
  'diagnose',
  'confirm',
  'reopen',
]

export function nextMove({ allowedMoves, ticket }: DeskTicket): PersonMoveName | null {
  const may = (name: PersonMoveName) => allowedMoves.some((one) => one.move === name && !one.refusal)
  return likely.find((name) => may(name) && !(name === 'claim' && ticket.assigneeId !== null)) ?? null
}
