import { planVersion } from '#features/plan/server/actions.ts'
import { readPast } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { PastTicket } from '../domain/past-ticket.ts'

/** Tickets that are read in one transaction. */
export const pageSize = 200

export type PastPage = { readonly tickets: readonly PastTicket[]; readonly next: number | null }

/** A page of the desk's past, with every plan version that its tickets ran under. */
export async function readPastPage(
  tx: Tx,
  period: { readonly from: string; readonly to: string },
  after: number,
): Promise<PastPage> {
  const { tickets, next } = await readPast(tx, period, after, pageSize)
  const ids = tickets.flatMap(({ events }) =>
    events.flatMap(({ fact }) =>
      fact.type === 'opened' ? [fact.planVersionId] : fact.type === 'migrated' ? [fact.from, fact.to] : [],
    ),
  )
  const plans = new Map<string, SupportPlan>()
  for (const id of new Set(ids)) plans.set(id, (await planVersion(tx, id)).document)
  return { tickets: tickets.map((ticket) => ({ ...ticket, plans })), next }
}

/** How long other httpRequests wait at most for a piece of work that is done in slices. */
const sliceMs = 12

/** Works through items without holding up the process: lets whatever else waits go first between slices. */
export async function inSlices<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Made,
  signal?: AbortSignal,
): Promise<Made[]> {
  const made: Made[] = []
  let until = performance.now() + sliceMs
  for (const item of items) {
    if (performance.now() > until) {
      await new Promise((resolve) => setImmediate(resolve))
      signal?.throwIfAborted()
      until = performance.now() + sliceMs
    }
    made.push(make(item))
  }
  return made
}
