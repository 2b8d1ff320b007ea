import { type Decision, happens, type Rule, type Scene } from '../decision.ts'
import { checkGiven } from '../evidence.ts'
import type { TicketFact } from '../events.ts'
import { requireTexts } from '../given.ts'
import { refuse } from '../refusals.ts'
import type { Ticket } from '../ticket.ts'
import { tierBelow } from '../trail.ts'
import { during, endWaiting, notWithVendor } from '../when.ts'
import { workIn } from '../who.ts'

/** The receiver refuses a handover, or returns what it accepted, and names what is missing or why it belongs lower. */
export const sendBack: Rule<'send-back'> = {
  permit: (scene) => {
    const wrong = during(scene, 'investigating') ?? notWithVendor(scene)
    if (wrong) return wrong
    const way = wayBack(scene.ticket)
    return way ? workIn(scene, way.from) : refuse({ code: 'lowest-tier' })
  },
  decide: (scene, { missing, reason }) => {
    const named = missing.map((key) => ({ key, value: '', files: [] }))
    const wrong = checkGiven(scene.plan, named) ?? (missing.length === 0 ? requireTexts({ reason }) : null)
    return wrong ?? giveBack(scene, missing, reason)
  },
}

function giveBack(scene: Scene, missing: readonly string[], reason: string): Decision {
  const way = wayBack(scene.ticket)
  if (!way) return refuse({ code: 'lowest-tier' })
  return happens(
    ...(scene.ticket.offer ? [] : endWaiting(scene.ticket)),
    { type: 'sent-back', ...way, missing, words: { reason } },
    ...ontoBridgeAtCap(scene),
  )
}

function wayBack({ offer, stage, trail }: Ticket): { readonly from: number; readonly to: number } | null {
  if (offer) return { from: offer.to, to: offer.from }
  const from = 'tier' in stage ? stage.tier : null
  const to = from === null ? null : tierBelow(trail, from)
  return from === null || to === null ? null : { from, to }
}

/** Tiers that keep returning a ticket to each other have to meet. */
function ontoBridgeAtCap({ plan, ticket }: Scene): readonly TicketFact[] {
  return ticket.bounces + 1 >= plan.process.bounceCap && !ticket.onBridge
    ? [{ type: 'brought-to-bridge', words: { reason: '' } }]
    : []
}
