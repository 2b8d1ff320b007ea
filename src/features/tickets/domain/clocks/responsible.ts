import type { Ticket } from '../ticket.ts'

/**
 * The tier whose clock runs. While a handover is offered its sender holds the ticket, but it waits for the receiving tier: that tier's
 * clock runs. Nobody's runs while the requester tries the solution, nor after closing.
 */
export function tierOnTheClock({ offer, stage }: Ticket): number | null {
  if (offer) return offer.to
  return 'tier' in stage ? stage.tier : null
}
