import { readChain } from '#features/tickets/server/store/event-rows.ts'
import { brokenLink } from '#features/tickets/server/chain.ts'
import { replay } from '#features/tickets/domain/evolve.ts'
import { canonical } from '#features/tickets/domain/canonical.ts'
import { inOrganisation, type Transactions } from '#platform/database/transaction.ts'
import type { Acknowledged } from './client.ts'

export type Verdict = {
  readonly tickets: number
  readonly events: number
  readonly lostTickets: number
  readonly doubledTickets: number
  readonly lostNotes: number
  readonly doubledNotes: number
  readonly brokenChains: number
  readonly rowsThatDiffer: number
  readonly targetsMissed: number
  readonly targetsFiredTwice: number
  /** Half and ninety-nine percent of the missed targets were marked within so many seconds of being due. */
  readonly latenessSeconds: { readonly p50: number; readonly p99: number; readonly most: number }
}

/** How many things are not as they were acknowledged. */
export function wrongIn(verdict: Verdict): number {
  return (
    verdict.lostTickets +
    verdict.doubledTickets +
    verdict.lostNotes +
    verdict.doubledNotes +
    verdict.brokenChains +
    verdict.rowsThatDiffer +
    verdict.targetsFiredTwice
  )
}

/** Reads everything back and holds it against what was acknowledged. */
export async function verify(platform: Transactions, orgId: string, acknowledged: Acknowledged): Promise<Verdict> {
  const rows = await inOrganisation(platform, orgId, (tx) =>
    tx.db.selectFrom('tickets').select(['id', 'subject', 'state']).where('org_id', '=', orgId).execute(),
  )
  const subjects = new Map<string, number>()
  const notes = new Map<string, number>()
  const fired = new Map<string, number>()
  const lateness: number[] = []
  let events = 0
  let brokenChains = 0
  let rowsThatDiffer = 0
  for (const { id, subject, state } of rows) {
    subjects.set(subject, (subjects.get(subject) ?? 0) + 1)
    const links = await inOrganisation(platform, orgId, (tx) => readChain(tx, id))
    events += links.length
    if (brokenLink(links) !== null) brokenChains += 1
    if (canonical(replay(links.map(({ event }) => event))) !== canonical(state)) rowsThatDiffer += 1
    for (const { event } of links) {
      const { fact } = event
      if (fact.type === 'noted') notes.set(fact.words.text, (notes.get(fact.words.text) ?? 0) + 1)
      if (fact.type !== 'target-missed' && fact.type !== 'target-at-risk') continue
      const name = `${id} ${fact.type} ${fact.target} ${fact.tier} ${fact.since}`
      fired.set(name, (fired.get(name) ?? 0) + 1)
      if (fact.type === 'target-missed') lateness.push((Date.parse(event.at) - Date.parse(fact.dueAt)) / 1000)
    }
  }
  lateness.sort((one, other) => one - other)
  const share = (part: number) => lateness[Math.floor((lateness.length - 1) * part)] ?? 0
  return {
    tickets: rows.length,
    events,
    lostTickets: [...acknowledged.tickets.values()].filter(({ subject }) => !subjects.has(subject)).length,
    doubledTickets: [...subjects.values()].filter((count) => count > 1).length,
    lostNotes: [...acknowledged.notes.keys()].filter((text) => !notes.has(text)).length,
    doubledNotes: [...notes.values()].filter((count) => count > 1).length,
    brokenChains,
    rowsThatDiffer,
    targetsMissed: lateness.length,
    targetsFiredTwice: [...fired.values()].filter((count) => count > 1).length,
    latenessSeconds: { p50: share(0.5), p99: share(0.99), most: share(1) },
  }
}
