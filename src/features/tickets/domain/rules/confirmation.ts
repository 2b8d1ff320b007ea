import { quietPeriodOver } from '../contact-hours.ts'
import { happens, type Permit, permitted, type Rule, type Scene } from '../decision.ts'
import type { TicketFact } from '../events.ts'
import { requireTexts } from '../given.ts'
import { type Refused, refuse } from '../refusals.ts'
import { during } from '../when.ts'
import { beRequester, beRequesterOr, isRequester, onlyTheClock, takePart, workIn } from '../who.ts'

/** It works: says the requester, or a contact tier agent who heard it from them. */
export const confirm: Rule<'confirm'> = {
  permit: (scene) =>
    during(scene, 'confirming') ?? beRequesterOr(scene, workIn(scene, scene.plan.process.contactTier)),
  decide: ({ actor, ticket }, { satisfaction }) => {
    if (satisfaction === null) return happens({ type: 'confirmed' }, { type: 'closed' })
    if (!isRequester(actor, ticket)) return refuse({ code: 'rating-is-the-requesters' })
    const rated: readonly TicketFact[] = ticket.satisfaction ? [] : [{ type: 'rated', satisfaction }]
    return happens({ type: 'confirmed' }, { type: 'closed' }, ...rated)
  },
}

/** Satisfaction is asked once, however often a ticket is reopened. */
export const rate: Rule<'rate'> = {
  permit: (scene) =>
    during(scene, 'closed') ??
    (scene.ticket.satisfaction ? refuse({ code: 'already-rated' }) : null) ??
    beRequester(scene),
  decide: (_, { satisfaction }) => happens({ type: 'rated', satisfaction }),
}

/** Nobody disputed it within the quiet period. */
export const close: Rule<'close'> = {
  permit: (scene) => during(scene, 'confirming') ?? onlyTheClock(scene) ?? quietPeriodPassed(scene),
  decide: () => happens({ type: 'closed' }),
}

/** It does not work (any more). */
export const reopen: Rule<'reopen'> = {
  permit: (scene) =>
    during(scene, 'confirming', 'closed') ?? windowOpen(scene) ?? beRequesterOr(scene, takePart(scene)),
  decide: ({ plan }, { reason }) =>
    requireTexts({ reason }) ?? happens({ type: 'reopened', tier: plan.process.contactTier, words: { reason } }),
}

function quietPeriodPassed({ plan, ticket, at }: Scene): Permit {
  const until = quietPeriodOver(plan, ticket)
  return until !== null && until > at ? refuse({ code: 'quiet-period-runs', until }) : permitted
}

const dayMs = 86_400_000

function windowOpen({ plan, ticket, at }: Scene): Refused | null {
  if (ticket.closedAt === null) return null
  const ends = Date.parse(ticket.closedAt) + plan.process.reopenWindowDays * dayMs
  const since = new Date(ends).toISOString()
  return since < at ? refuse({ code: 'reopen-window-over', since }) : null
}
