import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { PersonMoveName } from './moves.ts'
import type { Refusal } from './refusals.ts'
import { permitMove, rules } from './rules.ts'
import type { Ticket } from './ticket.ts'

export type AllowedMove = { readonly move: PersonMoveName; readonly refusal?: Refusal }

const personMoves = (Object.keys(rules) as (keyof typeof rules)[]).filter(isPersonMove)

/** Every move a person can make, with the reason why this person cannot make it now: so that a button can say why not. */
export function allowedMoves(
  plan: SupportPlan,
  ticket: Ticket,
  actor: PersonActor,
  at: Instant,
): readonly AllowedMove[] {
  return personMoves.map((move) => {
    const permit = permitMove(move, { plan, ticket, actor, at })
    return permit.ok ? { move } : { move, refusal: permit.refusal }
  })
}

function isPersonMove(name: keyof typeof rules): name is PersonMoveName {
  return (
    name !== 'migrate' &&
    name !== 'close' &&
    name !== 'remind-contact' &&
    name !== 'mark-target-at-risk' &&
    name !== 'mark-target-missed'
  )
}
