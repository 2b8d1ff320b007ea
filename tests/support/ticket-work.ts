import type { Instant } from '#features/people/domain/instant.ts'
import { OpenTicket } from '#features/tickets/contract/moves.ts'
import type { Move } from '#features/tickets/domain/moves.ts'
import { moveTicket, openTicket, reserveNumber } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { PersonName, TestDesk } from './test-desk.ts'
import type { TestPlatform } from './test-platform.ts'

/** Whose desk, and the moment of what they do; now when it is left out. */
export type Work = { readonly platform: TestPlatform; readonly desk: TestDesk; readonly now?: Instant }

/** Somebody reports an issue of their own in the portal. Gives the ticket's id. */
export async function opened(
  work: Work,
  name: PersonName,
  typed: { readonly subject?: string; readonly category?: string; readonly platform?: string } = {},
): Promise<string> {
  const { platform, desk } = work
  const number = await reserveNumber(platform, desk.orgId)
  const actor = await desk.as(name)
  const given = OpenTicket.parse({
    subject: 'iPhone enrollment stops',
    description: 'It says "Device limit reached".',
    ...typed,
  })
  const opening = { ...given, requesterId: actor.personId, source: 'portal' as const }
  const { ticket } = await at(work, (tx) => openTicket(tx, actor, number, opening))
  return ticket.id
}

/** Somebody makes a move, whatever version they saw. */
export async function moved(
  work: Work,
  name: PersonName,
  ticketId: string,
  move: Exclude<Move, { move: 'open' }>,
) {
  const actor = await work.desk.as(name)
  return at(work, (tx) => moveTicket(tx, actor, { ticketId, move, seenVersion: null }))
}

function at<Value>({ desk, now }: Work, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return desk.within((tx) => work(now === undefined ? tx : { ...tx, now }))
}
