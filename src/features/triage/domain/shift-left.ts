import type { Instant } from '#features/people/domain/instant.ts'
import { type Compared, compared, type Share, shareOf } from './chance.ts'

/** A ticket whose cause was found, as its events tell it. */
export type FoundTicket = {
  readonly id: string
  readonly number: number
  readonly wave: string | null
  readonly openedAt: Instant
  /** The known issues that it is a case of, and the causes here that it belongs to. */
  readonly about: readonly string[]
  /** The tier that found the cause in the end. */
  readonly tier: number
  /** Support minutes from the opening to the cause. */
  readonly causeMinutes: number
  /** To the solution applied; null where that is yet to come. */
  readonly resolveMinutes: number | null
  /** When its cause came down to the contact tier and was noted there; null where it was found there, or is on its way. */
  readonly notedAt: Instant | null
}

/** When a cause became known to the contact tier, and by what. */
export type Turn = { readonly at: Instant; readonly by: 'handed-down' | 'confirmed' }

/** What became of the tickets of one side of the turn. */
export type Side = {
  /** How many of them the contact tier solved by itself. */
  readonly solved: Share
  readonly causeMedian: number | null
  readonly resolveMedian: number | null
}

export type Shift = {
  readonly about: string
  readonly turn: Turn | null
  readonly before: Side
  readonly after: Side
  readonly compared: Compared
  /** How many tickets it is about. */
  readonly tickets: number
}

/**
 * When a cause became known to the contact tier: when its known issue was confirmed, or when the contact tier first took note of it on the
 * way down, whichever was earlier.
 */
export function turnOf(tickets: readonly FoundTicket[], confirmedAt: Instant | null): Turn | null {
  const noted = tickets.flatMap(({ notedAt }) => (notedAt === null ? [] : [notedAt])).toSorted()[0]
  if (noted === undefined) return confirmedAt === null ? null : { at: confirmedAt, by: 'confirmed' }
  return confirmedAt !== null && confirmedAt < noted
    ? { at: confirmedAt, by: 'confirmed' }
    : { at: noted, by: 'handed-down' }
}

/**
 * What knowing a cause is worth: of its tickets, those opened before the contact tier knew it against those opened after. The ticket by which
 * it became known counts before. Without a turn everything is before.
 */
export function shiftOf(
  about: string,
  tickets: readonly FoundTicket[],
  turn: Turn | null,
  contactTier: number,
): Shift {
  const isAfter = ({ openedAt }: FoundTicket) => turn !== null && openedAt >= turn.at
  const before = sideOf(
    tickets.filter((ticket) => !isAfter(ticket)),
    contactTier,
  )
  const after = sideOf(tickets.filter(isAfter), contactTier)
  return { about, turn, before, after, compared: compared(before.solved, after.solved), tickets: tickets.length }
}

function sideOf(tickets: readonly FoundTicket[], contactTier: number): Side {
  return {
    solved: shareOf(tickets.filter(({ tier }) => tier === contactTier).length, tickets.length),
    causeMedian: median(tickets.map(({ causeMinutes }) => causeMinutes)),
    resolveMedian: median(
      tickets.flatMap(({ resolveMinutes }) => (resolveMinutes === null ? [] : [resolveMinutes])),
    ),
  }
}

export type Overall = Pick<Shift, 'before' | 'after' | 'compared' | 'tickets'>

/** All causes: one row each, those with most tickets first, and all of those together that have a turn, each ticket once. */
export function shiftLeft(
  tickets: readonly FoundTicket[],
  confirmedAt: (about: string) => Instant | null,
  contactTier: number,
  wave: string | null = null,
): { readonly overall: Overall; readonly causes: readonly Shift[] } {
  const abouts = [...new Set(tickets.flatMap(({ about }) => about))]
  const turns = new Map(abouts.map((about) => [about, turnOf(ofAbout(tickets, about), confirmedAt(about))]))
  // The turn is that of the whole desk: what wave 1 taught, wave 2 has from its first day.
  const shown = wave === null ? tickets : tickets.filter((ticket) => ticket.wave === wave)
  const causes = abouts
    .map((about) => shiftOf(about, ofAbout(shown, about), turns.get(about) ?? null, contactTier))
    .filter((shift) => shift.tickets > 0)
    .toSorted((one, other) => other.tickets - one.tickets || (one.about < other.about ? -1 : 1))
  return { overall: overallOf(shown, turns, contactTier), causes }
}

function overallOf(
  tickets: readonly FoundTicket[],
  turns: ReadonlyMap<string, Turn | null>,
  contactTier: number,
): Overall {
  const firstTurn = ({ about }: FoundTicket) =>
    about.flatMap((one) => turns.get(one) ?? []).toSorted((one, other) => (one.at < other.at ? -1 : 1))[0]
  const turned = tickets.flatMap((ticket) => {
    const turn = firstTurn(ticket)
    return turn === undefined ? [] : [{ ticket, isAfter: ticket.openedAt >= turn.at }]
  })
  const side = (after: boolean) =>
    sideOf(
      turned.filter(({ isAfter }) => isAfter === after).map(({ ticket }) => ticket),
      contactTier,
    )
  const [before, after] = [side(false), side(true)]
  return { before, after, compared: compared(before.solved, after.solved), tickets: turned.length }
}

const ofAbout = (tickets: readonly FoundTicket[], about: string) =>
  tickets.filter((one) => one.about.includes(about))

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const [upper, lower] = [sorted[middle], sorted[middle - 1]]
  if (upper === undefined) return null
  return sorted.length % 2 === 0 && lower !== undefined ? (lower + upper) / 2 : upper
}
