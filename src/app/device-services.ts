import type { DeviceServices } from '#features/devices/server/services.ts'
import { moveTicket, ticketForDevices } from '#features/tickets/server/actions.ts'
import { NotFound, Refused } from '#platform/errors.ts'

/** What devices need of tickets, which stand above them. */
export const deviceServices: DeviceServices = {
  ticketOf: ticketForDevices,
  note: async (_platform, tx, actor, { ticketId, text, files }) => {
    try {
      await moveTicket(tx, actor, { ticketId, move: { move: 'note', text, files: [...files] }, seenVersion: null })
      return true
    } catch (error) {
      // A ticket that was closed meanwhile takes no notes; what happened stands in the log all the same.
      if (error instanceof Refused || error instanceof NotFound) return false
      throw error
    }
  },
}
