import type { Instant } from '#features/people/domain/instant.ts'
import type { ExitFacts } from './exit.ts'

type At = { readonly ticketId: string; readonly at: Instant }
type Held = { readonly ticketId: string; readonly beganAt: Instant; readonly endedAt: Instant | null }

/**
 * For each cause that was found: how long after the ticket was first brought to the bridge since its last cause, and whether it was found
 * while a bridge met that had it on its agenda.
 */
export function clearedAndSince(
  diagnosed: readonly (At & { readonly tier: number })[],
  brought: readonly At[],
  held: readonly Held[],
  hoursBetween: (from: Instant, to: Instant) => number,
): ExitFacts['diagnoses'] {
  const broughtOf = Map.groupBy(brought, ({ ticketId }) => ticketId)
  const heldOf = Map.groupBy(held, ({ ticketId }) => ticketId)
  const last = new Map<string, Instant>()
  return diagnosed.map(({ ticketId, at, tier }) => {
    const since = last.get(ticketId) ?? ''
    last.set(ticketId, at)
    const first = (broughtOf.get(ticketId) ?? []).find((one) => one.at > since && one.at <= at)
    const cleared = (heldOf.get(ticketId) ?? []).some(
      ({ beganAt, endedAt }) => beganAt <= at && (endedAt === null || at <= endedAt),
    )
    return { ticketId, at, tier, cleared, hoursFromBridge: first ? hoursBetween(first.at, at) : null }
  })
}
