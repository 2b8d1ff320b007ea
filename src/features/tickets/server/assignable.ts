import { type PersonActor, certificationFor } from '#features/people/domain/actor.ts'
import { membersOf } from '#features/people/server/actions.ts'
import { tierOf } from '#features/plan/domain/lookup.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { tierNow } from '../domain/when.ts'
import { readTicket } from './actions.ts'
import { openByAssignee } from './store/ticket-list.ts'

/** The members of the tier that has the ticket, with what a lead looks at before assigning. */
export async function assignable(tx: Tx, actor: PersonActor, ticketId: string) {
  const { ticket } = await readTicket(tx, actor, ticketId)
  const { document: plan } = await planVersion(tx, ticket.planVersionId)
  const level = tierNow(plan, ticket)
  const tier = tierOf(plan, level)
  const members = tier ? await membersOf(tx, tier.team) : []
  const open = await openByAssignee(
    tx,
    members.map((member) => member.id),
  )
  return {
    agents: members.map((member) => ({
      id: member.id,
      name: member.name,
      email: member.email,
      certified: certificationFor(member.actor, level, tx.now) !== null,
      absent: member.absent,
      open: open.get(member.id) ?? 0,
    })),
  }
}
