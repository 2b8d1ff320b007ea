import type { Ticket } from '#features/tickets/domain/ticket.ts'
import type { TicketState } from './ticket-states.ts'

/**
 * Investigation in one tier, from when the ticket comes there until it is done there.
 * `work`: ended by a diagnosis, an accepted handover or a vendor's case. `look`: accepted, and sent back. `mend`: after it was sent
 * back, until it is offered again.
 */
export type Stretch = {
  readonly kind: 'work' | 'look' | 'mend'
  readonly tier: number
  /** When somebody had it in hand: not offered to another tier, and not waiting for anybody. */
  readonly held: readonly Held[]
}
export type Held = { readonly agentId: string; readonly from: number; readonly to: number }

type Open = { readonly tier: number; readonly begins: 'work' | 'mend'; readonly held: Held[] }

/** What comes after a reopening, or a solution that did not work, is left out: the simulator has no second attempts. */
export function stretchesOf(states: readonly TicketState[]): readonly Stretch[] {
  const done: Stretch[] = []
  let open = null as Open | null
  let offered = null as Open | null
  let holding = null as { readonly agentId: string; readonly since: number } | null
  const finish = (one: Open | null, kind: Stretch['kind']) => {
    if (one && one.held.length > 0) done.push({ kind, tier: one.tier, held: one.held })
  }
  for (const { event, ticket } of states) {
    const { fact } = event
    const at = Date.parse(event.at)
    const agentId = holderOf(ticket)
    if (holding && (holding.agentId !== agentId || endsStretch.has(fact.type))) {
      if (holding.since < at) open?.held.push({ agentId: holding.agentId, from: holding.since, to: at })
      holding = null
    }
    switch (fact.type) {
      case 'opened':
        open = { tier: fact.tier, begins: 'work', held: [] }
        break
      case 'handover-offered':
        offered = open
        open = null
        break
      case 'handover-withdrawn':
        open = offered
        break
      case 'handover-accepted':
        finish(offered, offered?.begins ?? 'work')
        open = { tier: fact.tier, begins: 'work', held: [] }
        break
      case 'sent-back':
        if (open) finish(open, 'look')
        else finish(offered, offered?.begins ?? 'work')
        open = { tier: fact.to, begins: 'mend', held: [] }
        offered = null
        break
      case 'vendor-case-opened':
        if (open?.begins === 'work') finish(open, 'work')
        open = null
        break
      case 'vendor-answered':
        if ('tier' in ticket.stage) open = { tier: ticket.stage.tier, begins: 'work', held: [] }
        break
      case 'diagnosed':
        // What was found while mending is neither the mending nor a first look.
        if (open?.begins === 'work') finish(open, 'work')
        open = null
        break
      case 'reopened':
        return done
      case 'contacted':
        if (fact.outcome === 'did-not-work') return done
        break
      default:
    }
    if (open && agentId !== null && !holding) holding = { agentId, since: at }
  }
  return done
}

const endsStretch: ReadonlySet<string> = new Set([
  'handover-offered',
  'handover-accepted',
  'sent-back',
  'vendor-case-opened',
  'vendor-answered',
  'diagnosed',
])

/** Who has it in hand now. */
function holderOf({ stage, offer, waiting, assigneeId }: Ticket): string | null {
  return stage.name === 'investigating' && !offer && !waiting ? assigneeId : null
}
