import { Slot } from '#ui/pages/slots.tsx'
import type { MoveProps } from './move-props.ts'

/** Turns to the vendor: the feature that keeps its cases asks what it needs. Whoever has the ticket inside keeps it. */
export function VendorCaseMove({ shown, onClose }: MoveProps) {
  return <Slot name="tickets.vendorCase" of={{ ticketId: shown.ticket.id, number: shown.number, onClose }} />
}
