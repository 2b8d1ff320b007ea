import { fastLaneFor, tierOf } from '#features/plan/domain/lookup.ts'
import { type Decision, happens, type Rule, type Scene } from '../decision.ts'
import { checkGiven, evidenceFacts, evidenceMissing, withGiven } from '../evidence.ts'
import type { TicketFact } from '../events.ts'
import { requireTexts } from '../given.ts'
import type { MoveOf } from '../moves.ts'
import { type Refused, refuse } from '../refusals.ts'
import { during, endWaiting, notOffered, notWithVendor, tierNow } from '../when.ts'
import { hold, leadsTier, workIn } from '../who.ts'

/** Offer the investigation to the next tier, with the evidence that the plan asks. The sender keeps it until it is accepted. */
export const escalate: Rule<'escalate'> = {
  permit: (scene) =>
    during(scene, 'investigating') ??
    notOffered(scene) ??
    notWithVendor(scene) ??
    somewhereUp(scene) ??
    hold(scene, tierNow(scene.plan, scene.ticket)),
  decide: (scene, move) => {
    const to = destination(scene, move.fastLane)
    if (to === null) return noWay(scene, move.fastLane)
    return requireTexts({ asked: move.asked }) ?? checkGiven(scene.plan, move.evidence) ?? offer(scene, move, to)
  },
}

/** The sender takes an offer back. */
export const withdraw: Rule<'withdraw'> = {
  permit: (scene) => offered(scene) ?? hold(scene, tierNow(scene.plan, scene.ticket)),
  decide: () => happens({ type: 'handover-withdrawn' }),
}

/** The evidence is looked at again: the ticket's category may have changed since it was offered. */
export const accept: Rule<'accept'> = {
  permit: (scene) => {
    const { offer } = scene.ticket
    if (!offer) return refuse({ code: 'no-handover' })
    const missing = evidenceMissing(scene.plan, scene.ticket, scene.ticket.evidence, offer)
    const unwaived = missing.filter((key) => !offer.waiver?.missing.includes(key))
    return unwaived.length > 0 ? refuse({ code: 'evidence-missing', missing: unwaived }) : workIn(scene, offer.to)
  },
  decide: ({ ticket: { offer } }) =>
    offer ? happens({ type: 'handover-accepted', tier: offer.to }) : refuse({ code: 'no-handover' }),
}

function offer(scene: Scene, { asked, evidence, waiver }: MoveOf<'escalate'>, to: number): Decision {
  const { plan, ticket } = scene
  const from = tierNow(plan, ticket)
  const missing = evidenceMissing(plan, ticket, withGiven(ticket, evidence), { from, to })
  const unjustified = missing.length > 0 ? checkWaiver(scene, waiver, missing) : null
  if (unjustified) return unjustified
  const fastLane = to !== from + 1
  const waiverReason = missing.length > 0 && waiver ? waiver.reason : ''
  return happens(
    ...evidenceFacts(evidence),
    ...endWaiting(ticket),
    { type: 'handover-offered', from, to, waived: missing, fastLane, words: { asked, waiverReason } },
    ...ontoBridge(scene),
  )
}

function checkWaiver(
  scene: Scene,
  waiver: MoveOf<'escalate'>['waiver'],
  missing: readonly string[],
): Refused | null {
  if (!waiver) return refuse({ code: 'evidence-missing', missing })
  if (!leadsTier(scene, tierNow(scene.plan, scene.ticket))) return refuse({ code: 'waiver-needs-lead' })
  return requireTexts({ waiver: waiver.reason })
}

/** In a phase that works by bridge, all tiers see an escalation there at once. */
function ontoBridge({ ticket }: Scene): readonly TicketFact[] {
  return ticket.mode === 'bridge' && !ticket.onBridge ? [{ type: 'brought-to-bridge', words: { reason: '' } }] : []
}

function destination({ plan, ticket }: Scene, fastLane: boolean): number | null {
  const from = tierNow(plan, ticket)
  const to = fastLane ? fastLaneFor(plan, ticket.priority, from)?.to : from + 1
  return to !== undefined && tierOf(plan, to) ? to : null
}

function somewhereUp(scene: Scene): Refused | null {
  return (destination(scene, false) ?? destination(scene, true)) ? null : noWay(scene, false)
}

function noWay({ plan, ticket }: Scene, fastLane: boolean): Refused {
  return fastLane
    ? refuse({ code: 'no-fast-lane' })
    : refuse({ code: 'no-tier-above', tier: tierNow(plan, ticket) })
}

function offered({ ticket }: Scene): Refused | null {
  return ticket.offer ? null : refuse({ code: 'no-handover' })
}
