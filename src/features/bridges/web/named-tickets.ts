import { useQueries } from '@tanstack/react-query'
import { ticketNumbered } from '#features/tickets/web/queries.ts'
import { useSettled } from '#ui/form/settled.ts'

const most = 20

export type NamedTickets = {
  readonly found: readonly { readonly id: string; readonly number: number; readonly subject: string }[]
  /** Numbers that no ticket has. */
  readonly missing: readonly number[]
  /** False while somebody types, or an answer is on its way. */
  readonly settled: boolean
}

/** The tickets whose numbers somebody typed: `T-1042, 1050`. */
export function useNamedTickets(text: string): NamedTickets {
  const typed = useSettled(text, 300)
  const numbers = numbersIn(typed).slice(0, most)
  const asked = useQueries({ queries: numbers.map((number) => ({ ...ticketNumbered(number), retry: false })) })
  return {
    found: asked.flatMap(({ data }) =>
      data ? [{ id: data.ticket.id, number: data.number, subject: data.ticket.subject }] : [],
    ),
    missing: numbers.filter((_, index) => asked[index]?.isError),
    settled: typed === text && asked.every(({ isPending }) => !isPending),
  }
}

function numbersIn(text: string): readonly number[] {
  return [...new Set([...text.matchAll(/\b(?:T-)?(\d{1,12})\b/gi)].map(([, digits]) => Number(digits)))]
}
