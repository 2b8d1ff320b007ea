import type { Actor, PersonActor } from '#features/people/domain/actor.ts'
import { happens, type Permit, type Rule, type Scene } from '../decision.ts'
import { type Refused, refuse } from '../refusals.ts'
import { tierNow, whileOpen } from '../when.ts'
import { hold, workIn } from '../who.ts'

/** Take a ticket from the tier's queue. A lead may take it from somebody else. */
export const claim: Rule<'claim'> = {
  permit: (scene) => whileOpen(scene) ?? notMine(scene) ?? takeOver(scene),
  decide: ({ plan, ticket, actor }) =>
    happens({ type: 'assigned', tier: tierNow(plan, ticket), agentId: personId(actor) }),
}

export const assign: Rule<'assign'> = {
  permit: (scene) => whileOpen(scene) ?? takeOver(scene),
  decide: (scene, { agentId }, { assignee }) => {
    const { plan, ticket } = scene
    if (agentId === ticket.assigneeId) return refuse({ code: 'already-assigned' })
    if (!assignee || assignee.personId !== agentId) return refuse({ code: 'unknown-person' })
    return mayHave(scene, assignee) ?? happens({ type: 'assigned', tier: tierNow(plan, ticket), agentId })
  },
}

/** Put a ticket back in the tier's queue. */
export const release: Rule<'release'> = {
  permit: (scene) =>
    whileOpen(scene) ??
    (scene.ticket.assigneeId === null ? refuse({ code: 'not-assigned' }) : null) ??
    hold(scene, tierNow(scene.plan, scene.ticket)),
  decide: () => happens({ type: 'released' }),
}

function notMine({ ticket, actor }: Scene): Refused | null {
  const mine = actor.kind === 'person' && actor.personId === ticket.assigneeId
  return mine ? refuse({ code: 'already-assigned' }) : null
}

/** An agent of the tier takes or gives away what nobody has, or what they have themselves. */
function takeOver(scene: Scene): Permit {
  const { plan, ticket } = scene
  const tier = tierNow(plan, ticket)
  const work = workIn(scene, tier)
  if (!work.ok || ticket.assigneeId === null) return work
  const held = hold(scene, tier)
  return held.ok ? held : refuse({ code: 'held-by-another', holderId: ticket.assigneeId })
}

/** Whoever is given a ticket can work in its tier: trained, or a lead of the team, whose moves are recorded as overrides. */
function mayHave(scene: Scene, assignee: PersonActor): Refused | null {
  const tier = tierNow(scene.plan, scene.ticket)
  const work = workIn({ ...scene, actor: assignee }, tier)
  if (work.ok) return null
  const code = work.refusal.code === 'not-certified' ? 'assignee-not-certified' : 'assignee-not-in-tier'
  return refuse({ code, tier })
}

function personId(actor: Actor): string {
  if (actor.kind === 'person') return actor.personId
  throw new Error('Only a person has tickets')
}
