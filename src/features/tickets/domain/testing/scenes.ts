import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { type Desk, later, make, newDesk, opening } from './desk.ts'
import { minimalMoves } from './minimal-moves.ts'
import type { MoveName, MoveOf } from '../moves.ts'
import { cast, type CastName } from './cast.ts'
import { testPlan } from './test-plan.ts'

/** Ten minutes later, somebody makes a move as simply as it can be made. */
export function does(desk: Desk, who: CastName, name: MoveName): Desk {
  const next = later(desk, 10)
  return make(next, cast[who], minimalMoves[name](next))
}

/** Somebody contacts the requester and the solution is applied. */
export function applied(desk: Desk, who: CastName = 'a1'): Desk {
  const next = later(desk, 10)
  const told = { channel: 'phone', outcome: 'applied', text: 'It works now', retryAt: null } as const
  return make(next, cast[who], { move: 'contact', ...told })
}

/** Stations of one ticket on its way up to tier 3 and down again. */
export function stations(plan: SupportPlan = testPlan(), open: MoveOf<'open'> = opening) {
  const opened = make(newDesk(plan), cast.req, open)
  const held1 = does(opened, 'a1', 'claim')
  const offered = does(held1, 'a1', 'escalate')
  const held2 = does(offered, 'a2', 'accept')
  const held3 = does(does(held2, 'a2', 'escalate'), 'a3', 'accept')
  const diagnosed = does(held3, 'a3', 'diagnose')
  return { opened, held1, offered, held2, held3, diagnosed }
}

/** The whole way: closed because the requester confirmed. */
export function closed(plan: SupportPlan = testPlan()): Desk {
  return does(applied(does(stations(plan).diagnosed, 'a1', 'take-note')), 'req', 'confirm')
}
