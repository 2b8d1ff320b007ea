import type { NoticeTeller } from '#features/notices/server/actions.ts'
import { isStaff } from './staff.ts'
import { ticketsNamed } from './store/ticket-row.ts'

/** What notices of tickets are about: the number and the subject, for staff and for whoever has the problem. */
export const ticketNotices: NoticeTeller = async (tx, { personId, roles }, notices) => {
  const tickets = await ticketsNamed(
    tx,
    notices.map(({ about }) => about),
  )
  const shown = notices.flatMap(({ id, about }) => {
    const ticket = tickets.get(about)
    if (!ticket || !(isStaff(roles) || ticket.requesterId === personId)) return []
    return [[id, { link: `/tickets/${ticket.number}`, title: `T-${ticket.number} ${ticket.subject}` }] as const]
  })
  return new Map(shown)
}
