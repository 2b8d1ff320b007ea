import type { PersonActor } from '#features/people/domain/actor.ts'
import { personById } from '#features/people/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import { readTicket } from './actions.ts'
import type { MailServices } from './mails.ts'

/** How the requester of a ticket hears of what this person writes to them: known before it is written. */
export async function reach(tx: Tx, actor: PersonActor, mail: MailServices, ticketId: string) {
  const { ticket } = await readTicket(tx, actor, ticketId)
  const requester = await personById(tx, ticket.requesterId)
  if (!requester) throw new NotFound('person')
  const { email, language } = requester
  const byMail = async () => {
    if (requester.id === actor.personId) return 'own-words'
    if (requester.disabledAt !== null) return 'disabled'
    return (await mail.isSetUp(tx)) ? 'sends' : 'no-mailbox'
  }
  return { email, language, byMail: await byMail() } as const
}
