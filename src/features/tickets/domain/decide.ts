import type { Actor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Context, Decision, Scene } from './decision.ts'
import type { Move, MoveOf } from './moves.ts'
import { refuse } from './refusals.ts'
import { permitMove, rules } from './rules.ts'
import { decideOpen } from './rules/open.ts'
import type { Ticket } from './ticket.ts'

/** What a move makes happen, or why it does not. Pure: the same question has the same answer. */
export function decide(
  plan: SupportPlan,
  ticket: Ticket | null,
  actor: Actor,
  move: Move,
  at: Instant,
  context: Context,
): Decision {
  if (move.move === 'open') return ticket ? refuse({ code: 'already-open' }) : decideOpen(plan, actor, move, at)
  if (!ticket) return refuse({ code: 'no-ticket' })
  return decideBy(move.move, { plan, ticket, actor, at }, move, context)
}

function decideBy<Name extends keyof typeof rules>(
  name: Name,
  scene: Scene,
  move: MoveOf<Name>,
  context: Context,
): Decision {
  const permit = permitMove(name, scene)
  if (!permit.ok) return permit
  const decision = rules[name].decide(scene, move, context)
  if (!decision.ok || !permit.override) return decision
  return { ok: true, value: [{ type: 'overridden', move: name, ...permit.override }, ...decision.value] }
}
