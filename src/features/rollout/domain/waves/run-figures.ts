/** How a wave runs. Null: there is nothing to tell it from yet. */
export type RunFigures = {
  readonly enrolled: number | null
  readonly tickets: number
  readonly per100: number | null
  /** Percent of the tickets with a known cause that the contact tier solved. */
  readonly solvedAtContact: number | null
  readonly hoursToCause: number | null
  readonly satisfaction: number | null
  readonly open: number
  readonly unknownCause: number
  readonly inTime: number | null
}

type Tickets = {
  readonly opened: number
  readonly open: number
  readonly unknownCause: number
  readonly diagnosed: number
  readonly solvedAtContact: number
  readonly hoursToCause: number | null
  readonly judged: number
  readonly inTime: number
  readonly satisfaction: number | null
}

export function runFigures(tickets: Tickets, enrolled: number | null): RunFigures {
  const share = (part: number, of: number) => (of === 0 ? null : Math.round((100 * part) / of))
  const round = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10)
  return {
    enrolled,
    tickets: tickets.opened,
    per100: enrolled === null || enrolled === 0 ? null : round((100 * tickets.opened) / enrolled),
    solvedAtContact: share(tickets.solvedAtContact, tickets.diagnosed),
    hoursToCause: round(tickets.hoursToCause),
    satisfaction: round(tickets.satisfaction),
    open: tickets.open,
    unknownCause: tickets.unknownCause,
    inTime: share(tickets.inTime, tickets.judged),
  }
}
